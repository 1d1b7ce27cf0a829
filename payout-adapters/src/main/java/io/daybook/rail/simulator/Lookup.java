package io.daybook.rail.simulator;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** From an id to the thing. */
final class Lookup {
    private Lookup() {}

    static <T extends Thing> @Nullable T byId(Ids ids, Ids.Kind kind, String id, Shelf<T> shelf) {
        OptionalLong number = ids.number(kind, id);
        return number.isEmpty() ? null : shelf.get(number.getAsLong()).orElse(null);
    }
}
