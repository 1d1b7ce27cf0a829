package io.daybook.payout.engine;

import io.daybook.account.PayoutId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process remembers of payouts it tried: when to try again, and how often the answer was unknown.
 * Losing it is harmless: what is unknown is then looked up first.
 */
final class Memory {
    private static final int REPLAYS_AFTER_AN_ANSWER = 2;

    private final Map<PayoutId, Note> notes = new ConcurrentHashMap<>();

    /**
     * @param unknowns answers that were unknown
     * @param answered those of them in which the provider did answer, with something indefinite
     * @param lookOnly never send it again under this key
     * @param dueAt not before, by the domain's clock
     * @param restsAt the log's position from which on the views show that it rests; 0 while it does not
     */
    record Note(int unknowns, int answered, boolean lookOnly, Instant dueAt, long restsAt) {
        static final Note NONE = new Note(0, 0, false, Instant.MIN, 0);

        /** An answer that was kept under the key would only be repeated: look before sending. */
        boolean lookFirst() {
            return lookOnly || answered > 0;
        }

        boolean maySendAgain() {
            return !lookOnly && answered <= REPLAYS_AFTER_AN_ANSWER;
        }
    }

    Note of(PayoutId payout) {
        return notes.getOrDefault(payout, Note.NONE);
    }

    /** Whether a view at {@code position} that shows this payout as unfinished is to be believed, and it is due. */
    boolean isDue(PayoutId payout, long position, Instant now) {
        Note note = of(payout);
        return note.restsAt() <= position && !now.isBefore(note.dueAt());
    }

    Note unknown(PayoutId payout, boolean answered) {
        Note last = of(payout);
        Note next =
                new Note(last.unknowns() + 1, last.answered() + (answered ? 1 : 0), last.lookOnly(), last.dueAt(), 0);
        notes.put(payout, next);
        return next;
    }

    void lookOnly(PayoutId payout) {
        Note last = of(payout);
        notes.put(payout, new Note(last.unknowns(), last.answered(), true, last.dueAt(), 0));
    }

    /** Its step was answered: what comes next is tried afresh. */
    void stepDone(PayoutId payout) {
        notes.remove(payout);
    }

    void rests(PayoutId payout, long position) {
        notes.put(payout, new Note(0, 0, false, Instant.MIN, position));
    }

    void due(PayoutId payout, Instant at) {
        Note last = of(payout);
        notes.put(payout, new Note(last.unknowns(), last.answered(), last.lookOnly(), at, last.restsAt()));
    }

    /** Drops what the views have caught up with. */
    void forgetBefore(long position, Instant now) {
        notes.values()
                .removeIf(note -> note.unknowns() == 0
                        && !note.lookOnly()
                        && note.restsAt() <= position
                        && !now.isBefore(note.dueAt()));
    }
}
