package io.daybook.simulation;

import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Hash;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The log and the first answer to every command id. Positions rise with gaps; what is appended is shown a bit later. */
final class SimulatedLog {
    private static final int LONGEST_LAG = 1_500;

    private final World world;
    private final List<Recorded> facts = new ArrayList<>();
    private final List<Long> shownAt = new ArrayList<>();
    private final Map<String, List<Recorded>> streams = new LinkedHashMap<>();
    private final Map<Long, DomainEvent> byPosition = new HashMap<>();
    private final Map<CommandId, Outcome> answers = new HashMap<>();
    private Instant newest = Instant.MIN;
    private String hash = "";
    private long position;

    SimulatedLog(World world) {
        this.world = world;
    }

    Optional<Outcome> answer(CommandId id) {
        return Optional.ofNullable(answers.get(id))
                .map(first -> first instanceof Outcome.Done done ? new Outcome.Done(done.position(), false) : first);
    }

    /** The first answer stays. */
    Outcome remember(CommandId id, Outcome outcome) {
        Outcome first = answers.putIfAbsent(id, outcome);
        return first == null ? outcome : first;
    }

    List<Recorded> stream(String id) {
        return List.copyOf(streams.getOrDefault(id, List.of()));
    }

    /** Those of these kinds. */
    List<Recorded> newestFirst(String stream, Set<Class<? extends DomainEvent>> kinds) {
        return stream(stream).reversed().stream()
                .filter(fact -> kinds.contains(fact.event().getClass()))
                .toList();
    }

    List<Recorded> append(List<? extends DomainEvent> events, Cause cause, Instant writersTime) {
        if (writersTime.isAfter(newest)) newest = writersTime;
        List<Recorded> added = new ArrayList<>();
        for (DomainEvent event : events) {
            position += world.chance.oneIn(5) ? 1 + world.chance.below(3) : 1;
            List<Recorded> stream = streams.computeIfAbsent(event.streamId(), id -> new ArrayList<>());
            Recorded fact = new Recorded(
                    position,
                    "event-" + position,
                    event.streamId(),
                    stream.size(),
                    newest,
                    event,
                    cause.actor().value(),
                    cause.correlation());
            stream.add(fact);
            facts.add(fact);
            shownAt.add(world.now() + (world.happens(Fault.LATE_VIEWS, 2) ? world.chance.below(LONGEST_LAG) : 0));
            byPosition.put(position, event);
            hash = Hash.sha256Hex(hash + fact);
            added.add(fact);
        }
        return added;
    }

    @Nullable
    DomainEvent at(long at) {
        return byPosition.get(at);
    }

    long head() {
        return position;
    }

    /** When the first fact behind {@code from} was shown; empty while there is none. */
    Optional<Long> firstShownAfter(long from) {
        for (int i = facts.size() - 1, found = -1; i >= -1; i--) {
            if (i < 0 || facts.get(i).position() <= from)
                return found < 0 ? Optional.empty() : Optional.of(shownAt.get(found));
            found = i;
        }
        return Optional.empty();
    }

    /**
     * What is shown by now behind {@code from}, in order, at most {@code limit}.
     *
     * @param overGaps also what lies behind a fact that is not shown yet
     */
    List<Recorded> after(long from, int limit, boolean overGaps) {
        int first = facts.size();
        while (first > 0 && facts.get(first - 1).position() > from) first--;
        List<Recorded> found = new ArrayList<>();
        for (int i = first; i < facts.size() && found.size() < limit; i++) {
            if (shownAt.get(i) <= world.now()) found.add(facts.get(i));
            else if (!overGaps) break;
        }
        return found;
    }

    List<Recorded> all() {
        return facts;
    }

    /** Of every fact, in order: two logs with the same are the same. */
    String hash() {
        return hash;
    }
}
