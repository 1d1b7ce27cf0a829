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
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is used of each entry, by the parts that facts name: never more than the entry has, and oldest first. */
final class EntryParts {
    private final Map<AccountEntryId, Entry> entries = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** In the order of their facts. Units: minor units; what is held or gone is the rest. */
    private record Entry(long amount, long pending, long available, Instant earnedAt) {
        Entry plus(long morePending, long moreAvailable) {
            return new Entry(amount, pending + morePending, available + moreAvailable, earnedAt);
        }

        boolean isWhole() {
            return pending >= 0 && available >= 0 && pending + available <= amount;
        }
    }

    EntryParts copy() {
        EntryParts copy = new EntryParts();
        copy.entries.putAll(entries);
        copy.wrong.addAll(wrong);
        return copy;
    }

    void add(AccountEvent fact) {
        switch (fact) {
            case EarningsPosted e -> credit(e.entry(), e.amount(), e.pendingUntil() != null, e.occurredAt());
            case CorrectedUp e -> credit(e.entry(), e.amount(), e.pendingUntil() != null, e.occurredAt());
            case CreditPosted e -> credit(e.entry(), e.amount(), false, e.occurredAt());
            case AdvanceGranted e -> credit(e.entry(), e.amount(), false, e.occurredAt());
            case SuspenseCleared e -> credit(e.entry(), e.amount(), false, e.earnedAt());
            case ReviewWindowPassed e ->
                change(e.entry(), -e.amount().minor(), e.amount().minor());
            case ClawbackNetted e -> use(e.parts(), e.amount());
            case DeductionPosted e -> use(e.parts(), e.amount());
            case TaxWithheld e -> use(e.parts(), e.amount());
            case AdvanceRecovered e -> use(e.parts(), e.amount());
            case HoldFilled e -> use(e.parts(), e.amount());
            case AmountHoldLifted e -> giveBack(e.parts(), e.amount());
            case PayoutReserved e ->
                use(e.parts(), e.amount(), entry -> entry.earnedAt().isBefore(e.cutoff()));
            case PayoutClosed e -> giveBack(e.parts(), e.amount());
            case CorrectedDown e -> take(e.taken(), e.amount());
            case PayoutFoundLate e -> use(e.taken().available(), sum(e.taken().available(), e.amount()));
            default -> {}
        }
    }

    private void credit(AccountEntryId id, Money amount, boolean pending, Instant earnedAt) {
        long minor = amount.minor();
        entries.put(id, new Entry(minor, pending ? minor : 0, pending ? 0 : minor, earnedAt));
    }

    private void change(AccountEntryId id, long morePending, long moreAvailable) {
        Entry after =
                entries.getOrDefault(id, new Entry(0, 0, 0, Instant.EPOCH)).plus(morePending, moreAvailable);
        if (!after.isWhole()) wrong.add(id + " is used beyond its amount, or gets back more than was used of it");
        entries.put(id, after);
    }

    private void take(Taken taken, Money amount) {
        for (EntryPart part : taken.pending())
            change(part.entry(), -part.amount().minor(), 0);
        long held =
                taken.held().stream().mapToLong(h -> h.part().amount().minor()).sum();
        Money rest = amount.minus(taken.receivable()).minus(Money.of(held, "USD"));
        use(taken.available(), rest.minus(sum(taken.pending(), amount)));
    }

    private static Money sum(List<EntryPart> parts, Money like) {
        return parts.stream().map(EntryPart::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    private void use(List<EntryPart> parts, Money amount) {
        use(parts, amount, entry -> true);
    }

    private void use(List<EntryPart> parts, Money amount, Predicate<Entry> usable) {
        checkOrder(parts, usable);
        for (EntryPart part : parts) {
            if (!part.amount().isPositive()) wrong.add("a part of nothing");
            change(part.entry(), 0, -part.amount().minor());
        }
        if (!sum(parts, amount).equals(amount)) wrong.add("parts do not sum to " + amount);
    }

    /** Each part is of the oldest entry that has something left, and all of that, but for the last part. */
    private void checkOrder(List<EntryPart> parts, Predicate<Entry> usable) {
        int next = 0;
        for (Map.Entry<AccountEntryId, Entry> entry : entries.entrySet()) {
            if (next == parts.size()) return;
            long there = entry.getValue().available();
            if (there == 0 || !usable.test(entry.getValue())) continue;
            EntryPart part = parts.get(next++);
            boolean all = next == parts.size() || part.amount().minor() == there;
            if (!part.entry().equals(entry.getKey()) || !all) wrong.add("not the oldest first: " + parts);
        }
        if (next < parts.size()) wrong.add("not the oldest first: " + parts);
    }

    private void giveBack(List<EntryPart> parts, Money amount) {
        for (EntryPart part : parts) change(part.entry(), 0, part.amount().minor());
        if (!sum(parts, amount).equals(amount)) wrong.add("parts given back do not sum to " + amount);
    }

    List<String> wrong() {
        return wrong;
    }
}
