package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names under which events are stored, and the only classes that a stored name may become.
 * An event's name is its record's simple name; two records of one name are refused when the list is made.
 */
public final class EventTypes {
    private final Map<String, Class<? extends DomainEvent>> byName = new LinkedHashMap<>();
    private final Map<String, List<Upcaster>> upcasters = new HashMap<>();

    private EventTypes() {}

    /** Every record nested in these sealed interfaces. */
    public static EventTypes of(List<Class<? extends DomainEvent>> sealedInterfaces) {
        EventTypes types = new EventTypes();
        sealedInterfaces.stream().flatMap(EventTypes::records).forEach(types::add);
        return types;
    }

    /**
     * With what reads older revisions. Each event's revision is one more than it has upcasters; without any it is 1.
     * Errors: IllegalArgumentException for an unknown event, or where a revision is left out or read twice.
     */
    public EventTypes upcastBy(List<Upcaster> more) {
        for (Upcaster upcaster : more) {
            if (!byName.containsKey(upcaster.type()))
                throw new IllegalArgumentException("no event is called " + upcaster.type());
            int next = revisionOf(upcaster.type());
            if (upcaster.from() != next)
                throw new IllegalArgumentException("the next upcaster of " + upcaster.type() + " is from " + next);
            upcasters
                    .computeIfAbsent(upcaster.type(), type -> new ArrayList<>())
                    .add(upcaster);
        }
        return this;
    }

    /** The revision that is written today. */
    public int revisionOf(String name) {
        return upcastersOf(name).size() + 1;
    }

    /** From revision 1 on, each from one to the next. */
    List<Upcaster> upcastersOf(String name) {
        return upcasters.getOrDefault(name, List.of());
    }

    public String nameOf(DomainEvent event) {
        String name = event.getClass().getSimpleName();
        if (byName.get(name) != event.getClass())
            throw new IllegalArgumentException(event.getClass().getName() + " is not on the list of stored events");
        return name;
    }

    public Optional<Class<? extends DomainEvent>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Class<? extends DomainEvent>> all() {
        return byName.values();
    }

    private void add(Class<? extends DomainEvent> event) {
        Class<?> other = byName.put(event.getSimpleName(), event);
        if (other != null && other != event)
            throw new IllegalArgumentException("two events are called " + event.getSimpleName());
    }

    private static Stream<Class<? extends DomainEvent>> records(Class<?> type) {
        if (type.isRecord()) return Stream.of(type.asSubclass(DomainEvent.class));
        if (!type.isSealed()) throw new IllegalArgumentException(type.getName() + " is neither sealed nor a record");
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::records);
    }
}
