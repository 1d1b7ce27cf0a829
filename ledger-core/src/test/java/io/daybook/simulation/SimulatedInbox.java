package io.daybook.simulation;

import io.daybook.payout.engine.RailInbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The inbox as the database keeps it. */
class SimulatedInbox implements RailInbox {
    private final Oracle oracle;
    private final List<Row> rows = new ArrayList<>();

    SimulatedInbox(Oracle oracle) {
        this.oracle = oracle;
    }

    private static final class Row {
        final Message message;
        Instant dueAt;
        boolean done;

        Row(Message message) {
            this.message = message;
            this.dueAt = message.receivedAt();
        }
    }

    boolean isKnown(String eventId) {
        return rows.stream().anyMatch(row -> row.message.eventId().equals(eventId));
    }

    @Override
    public boolean receive(Message message) {
        if (isKnown(message.eventId())) return false;
        rows.add(new Row(message));
        return true;
    }

    @Override
    public List<Message> waiting(String rail, Instant now, int limit) {
        List<Message> waiting = rows.stream()
                .filter(row -> !row.done && !row.dueAt.isAfter(now))
                .limit(limit)
                .map(row -> row.message)
                .toList();
        oracle.waiting(waiting);
        return waiting;
    }

    @Override
    public long waitingCount(String rail) {
        return rows.stream().filter(row -> !row.done).count();
    }

    @Override
    public Optional<Instant> oldestWaiting(String rail) {
        return rows.stream()
                .filter(row -> !row.done)
                .map(row -> row.message.receivedAt())
                .findFirst();
    }

    @Override
    public void done(String rail, Collection<String> eventIds, Instant at) {
        for (Row row : rows)
            if (eventIds.contains(row.message.eventId())) {
                if (!row.done) oracle.done(row.message);
                row.done = true;
            }
    }

    @Override
    public void later(String rail, Collection<String> eventIds, Instant notBefore) {
        for (Row row : rows) if (eventIds.contains(row.message.eventId())) row.dueAt = notBefore;
    }
}
