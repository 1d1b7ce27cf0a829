package io.daybook.account;

import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.AdvanceRecovered;
import io.daybook.account.EntryEvent.AmountHoldLifted;
import io.daybook.account.EntryEvent.ClawbackNetted;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.HoldFilled;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is used of each entry, by the parts that facts name: never more than the entry, and oldest first. */
final class EntryParts {
    private final Map<AccountEntryId, Long> amounts = new LinkedHashMap<>();
    private final Map<AccountEntryId, Long> used = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    EntryParts copy() {
        EntryParts copy = new EntryParts();
        copy.amounts.putAll(amounts);
        copy.used.putAll(used);
        copy.wrong.addAll(wrong);
        return copy;
    }

    void add(AccountEvent fact) {
        switch (fact) {
            case EarningsPosted e -> amounts.put(e.entry(), e.amount().minor());
            case CorrectedUp e -> amounts.put(e.entry(), e.amount().minor());
            case CreditPosted e -> amounts.put(e.entry(), e.amount().minor());
            case AdvanceGranted e -> amounts.put(e.entry(), e.amount().minor());
            case SuspenseCleared e -> amounts.put(e.entry(), e.amount().minor());
            case ClawbackNetted e -> use(e.parts(), e.amount());
            case DeductionPosted e -> use(e.parts(), e.amount());
            case TaxWithheld e -> use(e.parts(), e.amount());
            case AdvanceRecovered e -> use(e.parts(), e.amount());
            case HoldFilled e -> use(e.parts(), e.amount());
            case AmountHoldLifted e -> giveBack(e.parts(), e.amount());
            case PayoutReserved e -> use(e.parts(), e.amount());
            case PayoutClosed e -> giveBack(e.parts(), e.amount());
            case CorrectedDown e -> take(e.taken(), e.amount());
            case PayoutFoundLate e -> take(e.taken(), sum(e.taken()));
            default -> {}
        }
    }

    private static Money sum(Taken taken) {
        Money sum = taken.receivable();
        for (EntryPart part : taken.available()) sum = sum.plus(part.amount());
        return sum;
    }

    private void take(Taken taken, Money amount) {
        List<EntryPart> all = new ArrayList<>(taken.pending());
        all.addAll(taken.available());
        long held =
                taken.held().stream().mapToLong(h -> h.part().amount().minor()).sum();
        use(all, amount.minus(taken.receivable()).minus(Money.of(held, "USD")));
    }

    private void use(List<EntryPart> parts, Money amount) {
        long sum = 0;
        for (EntryPart part : parts) {
            long now = used.merge(part.entry(), part.amount().minor(), Long::sum);
            if (now > amounts.getOrDefault(part.entry(), 0L)) wrong.add(part.entry() + " is used beyond its amount");
            if (!part.amount().isPositive()) wrong.add("a part of nothing");
            sum += part.amount().minor();
        }
        if (sum != amount.minor()) wrong.add("parts sum to " + sum + ", not " + amount.minor());
    }

    private void giveBack(List<EntryPart> parts, Money amount) {
        long sum = 0;
        for (EntryPart part : parts) {
            if (used.merge(part.entry(), -part.amount().minor(), Long::sum) < 0)
                wrong.add(part.entry() + " gets back more than was used of it");
            sum += part.amount().minor();
        }
        if (sum != amount.minor()) wrong.add("parts given back sum to " + sum + ", not " + amount.minor());
    }

    List<String> wrong() {
        return wrong;
    }
}
