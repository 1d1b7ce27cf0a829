package io.daybook.architecture;

import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what may tell who somebody is, in a record that is kept for ever, without being sealed. */
final class PersonalData {
    private static final Set<String> TELLING = Set.of(
            "name",
            "email",
            "country",
            "destination",
            "note",
            "notes",
            "reason",
            "comment",
            "address",
            "phone",
            "iban",
            "counterparty",
            "remittance",
            "description");

    private PersonalData() {}

    /** Plain texts below a record or a sealed interface of records, as {@code Type.component}. */
    static Set<String> readableIn(Class<?> type) {
        Set<String> found = new LinkedHashSet<>();
        collect(type, new LinkedHashSet<>(), found);
        return found;
    }

    private static void collect(Class<?> type, Set<Class<?>> seen, Set<String> found) {
        if (type == Sealed.class || type == Findable.class || !type.getName().startsWith("io.daybook.")) return;
        if (!seen.add(type)) return;
        if (type.isSealed()) Arrays.stream(type.getPermittedSubclasses()).forEach(part -> collect(part, seen, found));
        if (!type.isRecord()) return;
        for (RecordComponent component : type.getRecordComponents()) {
            if (isTelling(component.getName())
                    && classes(component.getGenericType()).anyMatch(CharSequence.class::isAssignableFrom))
                found.add(type.getSimpleName() + "." + component.getName());
            classes(component.getGenericType()).forEach(part -> collect(part, seen, found));
        }
    }

    /** {@code payoutDestination} tells as much as {@code destination}. */
    private static boolean isTelling(String component) {
        String lower = component.toLowerCase(Locale.ROOT);
        return TELLING.stream().anyMatch(lower::endsWith);
    }

    private static Stream<Class<?>> classes(Type type) {
        return switch (type) {
            case Class<?> plain -> Stream.of(plain);
            case ParameterizedType generic ->
                Stream.concat(
                        classes(generic.getRawType()),
                        Arrays.stream(generic.getActualTypeArguments()).flatMap(PersonalData::classes));
            default -> Stream.empty();
        };
    }
}
