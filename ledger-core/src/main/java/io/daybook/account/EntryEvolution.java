package io.daybook.account;

import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdjustmentProposed;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.AdvanceRecovered;
import io.daybook.account.EntryEvent.AmountHoldLifted;
import io.daybook.account.EntryEvent.AmountHoldPlaced;
import io.daybook.account.EntryEvent.ClawbackNetted;
import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.HoldFilled;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.EntryEvent.WithheldRemitted;
import io.daybook.account.Memory.Asked;
import io.daybook.account.Memory.Earned;
import io.daybook.account.Memory.SheetMonth;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How credits, what is taken from them and what is held change an account. */
final class EntryEvolution {
    private EntryEvolution() {}

    static AccountState evolve(AccountState s, EntryEvent event) {
        return switch (event) {
            case EarningsPosted e -> earned(s, e);
            case CorrectedUp e -> correctedUp(s, e);
            case CorrectedDown e -> noted(take(s, e.taken()), e.source(), Optional.empty());
            case ReviewWindowPassed e -> s.with(s.credits().passed(e.entry()));
            case ClawbackNetted e ->
                used(s, e.parts()).with(s.owed().plusReceivable(e.amount().negated()));
            case AdjustmentProposed e ->
                s.with(s.memory().with(e.adjustment().id(), new Asked(e.adjustment(), e.maker())));
            case AdjustmentMade e -> s.with(s.memory().made(e.adjustment().id(), e.maker()));
            case CreditPosted e -> credited(s, e.entry(), null, e.amount(), null, e.occurredAt());
            case DeductionPosted e -> used(s, e.parts()).with(s.owed().plusWithheld(Withheld.DEDUCTION, e.amount()));
            case TaxWithheld e ->
                made(used(s, e.parts()), e.withholding()).with(s.owed().plusWithheld(Withheld.TAX, e.amount()));
            case WithheldRemitted e ->
                made(s, e.remittance())
                        .with(s.owed().plusWithheld(e.kind(), e.amount().negated()));
            case AdvanceGranted e ->
                made(credited(s, e.entry(), null, e.amount(), null, e.occurredAt()), e.advance())
                        .with(s.owed().plusAdvances(e.amount()));
            case AdvanceRecovered e ->
                made(used(s, e.parts()), e.recovery())
                        .with(s.owed().plusAdvances(e.amount().negated()));
            case ClawbackWrittenOff e ->
                made(s, e.writeOff()).with(s.owed().plusReceivable(e.amount().negated()));
            case AmountHoldPlaced e -> placed(s, e);
            case HoldFilled e -> filled(s, e);
            case AmountHoldLifted e -> lifted(s, e);
        };
    }

    private static AccountState earned(AccountState s, EarningsPosted e) {
        Earned before = s.memory().earned(e.timesheet(), e.month());
        Earned latest = new Earned(e.entry(), e.revision(), before.correction(), e.pendingUntil());
        return credited(s, e.entry(), e.timesheet(), e.amount(), e.pendingUntil(), e.occurredAt())
                .with(s.memory().with(new SheetMonth(e.timesheet(), e.month()), latest));
    }

    private static AccountState correctedUp(AccountState s, CorrectedUp e) {
        AccountState after =
                credited(s, e.entry(), e.source().timesheet(), e.amount(), e.pendingUntil(), e.occurredAt());
        return noted(after, e.source(), Optional.of(e.entry()));
    }

    private static AccountState noted(AccountState s, CorrectionSource source, Optional<AccountEntryId> credited) {
        if (source.timesheet() == null || source.month() == null) return s;
        Earned before = s.memory().earned(source.timesheet(), source.month());
        AccountEntryId entry = before.entry() == null ? credited.orElse(null) : before.entry();
        return s.with(s.memory()
                .with(
                        new SheetMonth(source.timesheet(), source.month()),
                        new Earned(entry, before.revision(), source.correction(), before.pendingUntil())));
    }

    /** A new entry: pending while it has a window, else available. */
    static AccountState credited(
            AccountState s,
            AccountEntryId id,
            @Nullable TimesheetId timesheet,
            Money amount,
            @Nullable Instant pendingUntil,
            Instant earnedAt) {
        EntryRef ref = new EntryRef(id, s.credits().count(), timesheet, earnedAt);
        Money zero = s.zero();
        return s.with(s.credits()
                .plus(
                        pendingUntil == null
                                ? new OpenEntry(ref, null, zero, amount)
                                : new OpenEntry(ref, pendingUntil, amount, zero)));
    }

    static AccountState used(AccountState s, List<EntryPart> parts) {
        return s.with(s.credits().minus(parts));
    }

    static AccountState take(AccountState s, Taken taken) {
        List<AmountHold> holds = new ArrayList<>(s.holds());
        for (Taken.HeldPart held : taken.held())
            holds.replaceAll(hold -> hold.id().equals(held.hold()) ? hold.minus(held.part()) : hold);
        return s.with(s.credits().minusPending(taken.pending()).minus(taken.available()))
                .with(holds)
                .with(s.owed().plusReceivable(taken.receivable()));
    }

    private static AccountState made(AccountState s, AdjustmentId id) {
        return s.with(s.memory().made(id, Subject.SYSTEM));
    }

    private static AccountState placed(AccountState s, AmountHoldPlaced e) {
        List<AmountHold> holds = new ArrayList<>(s.holds());
        holds.add(new AmountHold(e.hold(), e.amount(), List.of()));
        return s.with(holds).with(s.memory().with(e.hold()));
    }

    private static AccountState filled(AccountState s, HoldFilled e) {
        List<Piece> pieces = s.credits().pieces(e.parts());
        List<AmountHold> holds = new ArrayList<>(s.holds());
        holds.replaceAll(hold -> hold.id().equals(e.hold()) ? hold.plus(pieces) : hold);
        return used(s, e.parts()).with(holds);
    }

    private static AccountState lifted(AccountState s, AmountHoldLifted e) {
        List<Piece> pieces = s.hold(e.hold()).map(AmountHold::pieces).orElse(List.of());
        List<AmountHold> holds = new ArrayList<>(s.holds());
        holds.removeIf(hold -> hold.id().equals(e.hold()));
        return s.with(holds).with(s.credits().plus(pieces));
    }
}
