package io.daybook.account;

import static java.util.Objects.requireNonNull;

import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.PayoutReport.PayoutFailed;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.PayoutReturned;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Per payout: at most one open attempt, settled minus returned is nothing or the amount, no key twice, nothing sent after PAID. */
final class Settlements {
    private final Map<PayoutId, Seen> payouts = new LinkedHashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    private record Seen(boolean open, int settled, boolean everSettled) {}

    Settlements copy() {
        Settlements copy = new Settlements();
        copy.payouts.putAll(payouts);
        copy.keys.addAll(keys);
        copy.wrong.addAll(wrong);
        return copy;
    }

    Set<PayoutId> ids() {
        return payouts.keySet();
    }

    void add(AccountEvent fact) {
        switch (fact) {
            case PayoutReserved e -> {
                if (payouts.put(e.payout(), new Seen(false, 0, false)) != null) wrong.add("reserved twice");
            }
            case PayoutSubmitted e -> {
                submitted(e.payout());
                key(e.intent());
            }
            case StepBegun e -> key(e.intent());
            case PayoutRejected e -> ended(e.payout());
            case PayoutFailed e -> ended(e.payout());
            case PayoutCanceled e -> ended(e.payout());
            case PayoutReleased e -> ended(e.payout());
            case PayoutPaid e -> settled(e.payout(), 1);
            case PayoutFoundLate e -> {
                if (!e.duplicate()) settled(e.payout(), 1);
            }
            case PayoutFailedAfterPaid e -> {
                if (!e.duplicate()) settled(e.payout(), -1);
            }
            case PayoutReturned e -> {
                if (!e.duplicate()) settled(e.payout(), -1);
            }
            default -> {}
        }
    }

    private void key(StepIntent intent) {
        if (!keys.add(intent.key())) wrong.add("key used twice: " + intent.key());
    }

    private void submitted(PayoutId id) {
        Seen seen = requireNonNull(payouts.get(id));
        if (seen.open()) wrong.add("two open attempts of " + id);
        if (seen.everSettled()) wrong.add("sent after it was paid: " + id);
        payouts.put(id, new Seen(true, seen.settled(), seen.everSettled()));
    }

    private void ended(PayoutId id) {
        Seen seen = requireNonNull(payouts.get(id));
        if (!seen.open()) wrong.add("an attempt ended that was not open: " + id);
        if (seen.everSettled()) wrong.add("2030 touched after it was paid: " + id);
        payouts.put(id, new Seen(false, seen.settled(), seen.everSettled()));
    }

    private void settled(PayoutId id, int change) {
        Seen seen = requireNonNull(payouts.get(id));
        int settled = seen.settled() + change;
        if (settled < 0 || settled > 1) wrong.add("settled " + settled + " times: " + id);
        payouts.put(id, new Seen(false, settled, true));
    }

    List<String> wrong() {
        return wrong;
    }
}
