package io.daybook.api.eventlog;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one event of a type, always the same: every part filled, or every part left out that may be. */
public final class SampleMaker {
    private final boolean whole;
    private boolean sawNullable;

    private SampleMaker(boolean whole) {
        this.whole = whole;
    }

    public static Object whole(Class<?> event) {
        return new SampleMaker(true).record(event);
    }

    /** Empty when nothing of the event may be left out. */
    static Optional<Object> bare(Class<?> event) {
        SampleMaker maker = new SampleMaker(false);
        Object sample = maker.record(event);
        return maker.sawNullable ? Optional.of(sample) : Optional.empty();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " refuses its sample: name one in Samples", e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (nullable && !whole) {
            sawNullable = true;
            return null;
        }
        return component.getType() == String.class
                ? Samples.text(component.getDeclaringRecord(), component.getName())
                : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == List.class) return List.of(value(element));
            if (generic.getRawType() == Set.class) return Set.of(value(element));
            if (generic.getRawType() == Map.class)
                return Map.of(value(element), value(generic.getActualTypeArguments()[1]));
            throw new IllegalStateException("an event may not hold a " + type);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) return "text";
        sawNullable |= Samples.dependent(plain, whole).isPresent();
        return Samples.of(plain)
                .or(() -> Samples.dependent(plain, whole))
                .orElseGet(() -> plain.isEnum() ? plain.getEnumConstants()[0] : record(plain));
    }
}
