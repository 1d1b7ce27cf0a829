package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Nothing that another package can call, catch or extend names a type of the given library. */
final class HideFromCallers extends ArchCondition<JavaClass> {
    private final String library;

    HideFromCallers(String library) {
        super("hide " + library + " from callers");
        this.library = library;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getModifiers().contains(JavaModifier.PUBLIC)) return;
        Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        if (parents.anyMatch(this::names))
            events.add(SimpleConditionEvent.violated(type, type.getName() + " extends " + library));
        type.getMembers().stream()
                .filter(HideFromCallers::isVisible)
                .filter(member -> signature(member).anyMatch(this::names))
                .forEach(member -> events.add(SimpleConditionEvent.violated(
                        member, member.getFullName() + " names " + library + " in its signature")));
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (!(member instanceof JavaCodeUnit code))
            return member.getAllInvolvedRawTypes().stream().map(type -> type);
        Stream<JavaType> thrown = code.getThrowsClause().getTypes().stream().map(type -> type);
        return Stream.concat(thrown, Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream()));
    }

    private boolean names(JavaType type) {
        return type.getAllInvolvedRawTypes().stream()
                .anyMatch(raw -> raw.getPackageName().startsWith(library));
    }
}
