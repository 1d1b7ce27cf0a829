package io.daybook.account;

import io.daybook.account.PayoutReport.PayoutMismatchSeen;
import io.daybook.money.Money;
import org.jspecify.annotations.Nullable;

/** Notes where a provider and our log disagree, each disagreement once. */
final class Mismatch {
    private Mismatch() {}

    static void note(Facts facts, PayoutId payout, MismatchKind kind, RailFact fact, String detail) {
        note(facts, payout, kind, fact.step(), fact.object(), fact.amount(), detail);
    }

    static void note(
            Facts facts, Payout p, MismatchKind kind, PayoutStep step, @Nullable String object, String detail) {
        note(facts, p.id(), kind, step, object, p.amount(), detail);
    }

    private static void note(
            Facts facts,
            PayoutId payout,
            MismatchKind kind,
            PayoutStep step,
            @Nullable String object,
            Money amount,
            String detail) {
        PayoutMismatchSeen seen =
                new PayoutMismatchSeen(facts.account(), payout, kind, step, object, amount, detail, facts.at());
        if (!facts.state().memory().mismatches().has(ReportEvolution.mismatch(seen))) facts.add(seen);
    }

    static void amount(Facts facts, PayoutId payout, RailFact fact, Money expected) {
        if (!fact.amount().equals(expected))
            note(facts, payout, MismatchKind.AMOUNT_DIFFERS, fact, "we asked for " + expected.minor() + " minor units");
    }
}
