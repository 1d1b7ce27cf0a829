package io.daybook.payout;

import io.daybook.rail.PayoutRail;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rails that are configured, by name. */
public final class Rails {
    private final Map<String, PayoutRail> byName = new LinkedHashMap<>();

    /** Errors: IllegalArgumentException when two have one name. */
    public Rails(List<? extends PayoutRail> rails) {
        for (PayoutRail rail : rails)
            if (byName.put(rail.name(), rail) != null)
                throw new IllegalArgumentException("two rails are called " + rail.name());
    }

    public Optional<PayoutRail> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** As people read them: in the order they were configured. */
    public String names() {
        return String.join(", ", byName.keySet());
    }

    public Collection<PayoutRail> all() {
        return byName.values();
    }
}
