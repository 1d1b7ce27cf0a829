package io.daybook.simulation;

import io.daybook.payout.engine.RailInbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Inboxes with something wrong about them. */
final class BuggyInbox {
    private BuggyInbox() {}

    static final class KeepsRepeats extends SimulatedInbox {
        KeepsRepeats(Oracle oracle) {
            super(oracle);
        }

        @Override
        boolean isKnown(String eventId) {
            return false;
        }
    }

    record DoneWhenRead(RailInbox real) implements RailInbox {
        @Override
        public boolean receive(Message message) {
            return real.receive(message);
        }

        @Override
        public List<Message> waiting(String rail, Instant now, int limit) {
            List<Message> waiting = real.waiting(rail, now, limit);
            real.done(rail, waiting.stream().map(Message::eventId).toList(), now);
            return waiting;
        }

        @Override
        public long waitingCount(String rail) {
            return real.waitingCount(rail);
        }

        @Override
        public Optional<Instant> oldestWaiting(String rail) {
            return real.oldestWaiting(rail);
        }

        @Override
        public void done(String rail, Collection<String> eventIds, Instant at) {}

        @Override
        public void later(String rail, Collection<String> eventIds, Instant notBefore) {}
    }
}
