package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.daybook.rail.simulator.WireObserver;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kills a node at exact moments, one after the other: it listens on the wire to the database, where intents and answers become
 * durable, and on the one to the provider. Which instruction it will be is up to the machine.
 */
final class Killer implements WireObserver, DatabaseWire.Ambush {
    /** The facts, by their stored names, that an instruction is meant. */
    private static final List<String> INTENT = List.of("PayoutSubmitted", "StepBegun");

    /** That it was answered. */
    private static final List<String> ANSWER = List.of("TransferDone", "PayoutAccepted");

    /** Of an instruction, as its intent records it. */
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");

    private final KeyCheck keys;
    private final Deque<Moment> left = new ArrayDeque<>();
    private final Map<Moment, Integer> done = new EnumMap<>(Moment.class);
    private @Nullable Node victim;
    private int lives;
    private @Nullable Moment waitsFor;
    private boolean answered;
    private Set<String> meant = Set.of();
    private final List<String> late = new ArrayList<>();

    /** @param keys knows what was sent @param times at each moment */
    Killer(KeyCheck keys, int times) {
        this.keys = keys;
        for (int i = 0; i < times; i++) left.addAll(Arrays.asList(Moment.values()));
    }

    /** From now on. */
    synchronized void begin(Node node) {
        victim = node;
        waitsFor = left.poll();
    }

    synchronized boolean isDone() {
        return waitsFor == null && left.isEmpty();
    }

    synchronized int kills() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int kills(Moment at) {
        return done.getOrDefault(at, 0);
    }

    @Override
    public void exchanged(Exchange exchange) {
        if (!exchange.method().equals("POST")) return;
        synchronized (this) {
            if (isAt(Moment.ANSWERED)) answered = true;
            if (isAt(Moment.CARRIED_OUT)) strike();
        }
    }

    /** Kills that came later than they should: the intent's key had been sent already, or could not be read. */
    synchronized List<String> late() {
        return List.copyOf(late);
    }

    /** The views are written over the same wire and in the same words: only what is appended counts. */
    @Override
    public synchronized DatabaseWire.Cut meets(String statement, byte[] bind) {
        if (!statement.contains("daybook.append")) return DatabaseWire.Cut.NONE;
        if (isAt(Moment.INTENT_DURABLE) && carries(bind, INTENT)) {
            meant = keysIn(bind);
            return DatabaseWire.Cut.BEFORE_THE_ANSWER;
        }
        if (isAt(Moment.ANSWERED) && answered && carries(bind, ANSWER)) return DatabaseWire.Cut.BEFORE_THE_ORDER;
        return DatabaseWire.Cut.NONE;
    }

    @Override
    public synchronized void cut(DatabaseWire.Cut where) {
        Moment at = where == DatabaseWire.Cut.BEFORE_THE_ANSWER ? Moment.INTENT_DURABLE : Moment.ANSWERED;
        // Two may have met it at once: the second one died with the first.
        if (!isAt(at)) return;
        if (at == Moment.INTENT_DURABLE) {
            if (meant.isEmpty()) late.add("an intent without a key");
            meant.stream().filter(keys::wasSent).forEach(late::add);
        }
        strike();
    }

    private static Set<String> keysIn(byte[] bind) {
        return KEY.matcher(new String(bind, ISO_8859_1))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** What a killed process has still left on the wire is not the next one's. */
    private boolean isAt(Moment moment) {
        return waitsFor == moment && victim != null && victim.lives() > lives;
    }

    private void strike() {
        Moment at = waitsFor;
        Node node = victim;
        if (at == null || node == null) return;
        lives = node.lives();
        node.kill();
        done.merge(at, 1, Integer::sum);
        answered = false;
        waitsFor = left.poll();
    }

    private static boolean carries(byte[] bind, List<String> names) {
        String text = new String(bind, ISO_8859_1);
        return names.stream().anyMatch(text::contains);
    }
}
