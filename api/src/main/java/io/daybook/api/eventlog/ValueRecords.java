package io.daybook.api.eventlog;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.Member;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/** Writes a record of one text (an id, a subject) as that text, so that no id needs an annotation. */
final class ValueRecords extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedMember member
                        && !(member instanceof AnnotatedConstructor)
                        && isComponent(member.getMember())
                ? Boolean.TRUE
                : null;
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedConstructor constructor && isOneText(constructor.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : null;
    }

    private static boolean isComponent(Member member) {
        Class<?> type = member.getDeclaringClass();
        return isOneText(type) && type.getRecordComponents()[0].getName().equals(member.getName());
    }

    private static boolean isOneText(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == String.class;
    }
}
