package io.daybook.account;

import io.daybook.account.PayoutReport.FoundIn;
import io.daybook.account.PayoutReport.PayoutFoundLate;

/** Money turns out to have left although the log had given that attempt up. */
final class LateRules {
    private LateRules() {}

    static void found(Facts facts, Payout p, RailFact fact) {
        Mismatch.amount(facts, p.id(), fact, p.amount());
        boolean duplicate = isDuplicate(p);
        if (duplicate)
            Mismatch.note(facts, p.id(), MismatchKind.DUPLICATE, fact, "another attempt is under way or has paid");
        TransferRules.coverShortage(facts, p, fact);
        FoundIn from = from(p);
        facts.add(new PayoutFoundLate(
                facts.account(),
                p.id(),
                fact.attempt(),
                fact.object(),
                p.flow(),
                p.amount(),
                from,
                from == FoundIn.AVAILABLE ? Taking.available(facts.state(), p.amount()) : Taking.nothing(facts.state()),
                duplicate,
                fact.created()));
    }

    /** Where its money lies now. */
    private static FoundIn from(Payout p) {
        return switch (p.status()) {
            case PROVEN_ABSENT -> FoundIn.IN_FLIGHT;
            case RESERVED, REJECTED, FAILED, CANCELED -> FoundIn.RESERVED;
            case SUBMITTING, UNKNOWN, ACCEPTED, IN_TRANSIT, PAID, FOUND_LATE, FAILED_AFTER_PAID, RETURNED, CLOSED ->
                FoundIn.AVAILABLE;
        };
    }

    /** Beside an attempt that is live or has paid. */
    private static boolean isDuplicate(Payout p) {
        return from(p) == FoundIn.AVAILABLE && p.status() != PayoutStatus.CLOSED;
    }
}
