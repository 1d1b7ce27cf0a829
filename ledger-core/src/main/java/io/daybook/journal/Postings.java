package io.daybook.journal;

import static io.daybook.journal.JournalLine.credit;
import static io.daybook.journal.JournalLine.debit;
import static io.daybook.journal.LedgerAccount.ADVANCES;
import static io.daybook.journal.LedgerAccount.AVAILABLE;
import static io.daybook.journal.LedgerAccount.BANK;
import static io.daybook.journal.LedgerAccount.BONUS;
import static io.daybook.journal.LedgerAccount.CLAWBACK;
import static io.daybook.journal.LedgerAccount.DEDUCTIONS;
import static io.daybook.journal.LedgerAccount.EXPENSE;
import static io.daybook.journal.LedgerAccount.HELD;
import static io.daybook.journal.LedgerAccount.PENDING;
import static io.daybook.journal.LedgerAccount.REFERRAL;
import static io.daybook.journal.LedgerAccount.TAX;
import static io.daybook.journal.LedgerAccount.TIME;
import static io.daybook.journal.LedgerAccount.WRITE_OFF;

import io.daybook.account.AccountEvent;
import io.daybook.account.EntryEvent;
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
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.HoldFilled;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.EntryEvent.WithheldRemitted;
import io.daybook.account.EntryKind;
import io.daybook.account.EntryPart;
import io.daybook.account.PayoutEvent;
import io.daybook.account.Taken;
import io.daybook.account.Withheld;
import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every fact of an account as its journal entry: the table of postings, as code. */
public final class Postings {
    private Postings() {}

    /** Empty for facts that move nothing. */
    public static Optional<JournalEntry> of(AccountEvent event) {
        ContractorId whose = event.account().contractor();
        List<JournalLine> lines = switch (event) {
            case EntryEvent e -> entry(whose, e);
            case PayoutEvent e -> PayoutPostings.lines(whose, e);
        };
        List<JournalLine> moving =
                lines.stream().filter(line -> !line.amount().isZero()).toList();
        return moving.isEmpty() ? Optional.empty() : Optional.of(new JournalEntry(moving));
    }

    private static List<JournalLine> entry(ContractorId whose, EntryEvent event) {
        return switch (event) {
            case EarningsPosted e ->
                credited(whose, TIME, e.project(), e.amount(), e.pendingUntil() == null ? AVAILABLE : PENDING);
            case CorrectedUp e ->
                credited(
                        whose,
                        expense(e.kind()),
                        e.source().project(),
                        e.amount(),
                        e.pendingUntil() == null ? AVAILABLE : PENDING);
            case CorrectedDown e -> correctedDown(whose, e);
            case ReviewWindowPassed e -> between(whose, PENDING, AVAILABLE, e.amount());
            case ClawbackNetted e -> between(whose, AVAILABLE, CLAWBACK, e.amount());
            case CreditPosted e -> credited(whose, expense(e.kind()), null, e.amount(), AVAILABLE);
            case DeductionPosted e -> between(whose, AVAILABLE, DEDUCTIONS, e.amount());
            case TaxWithheld e -> between(whose, AVAILABLE, TAX, e.amount());
            case WithheldRemitted e ->
                List.of(debit(withheld(e.kind()), e.amount()).of(whose), credit(BANK, e.amount()));
            case AdvanceGranted e -> between(whose, ADVANCES, AVAILABLE, e.amount());
            case AdvanceRecovered e -> between(whose, AVAILABLE, ADVANCES, e.amount());
            case ClawbackWrittenOff e ->
                List.of(
                        debit(WRITE_OFF, e.amount()),
                        credit(CLAWBACK, e.amount()).of(whose));
            case HoldFilled e -> between(whose, AVAILABLE, HELD, e.amount());
            case AmountHoldLifted e -> between(whose, HELD, AVAILABLE, e.amount());
            case AdjustmentProposed e -> List.of();
            case AdjustmentMade e -> List.of();
            case AmountHoldPlaced e -> List.of();
        };
    }

    private static List<JournalLine> credited(
            ContractorId whose, LedgerAccount expense, @Nullable String project, Money amount, LedgerAccount payable) {
        return List.of(
                debit(expense, amount).spentOn(project), credit(payable, amount).of(whose));
    }

    private static List<JournalLine> correctedDown(ContractorId whose, CorrectedDown e) {
        List<JournalLine> lines = new ArrayList<>(taken(whose, e.taken(), e.amount()));
        lines.add(credit(expense(e.kind()), e.amount()).spentOn(e.source().project()));
        return lines;
    }

    /** Debits what was taken from each balance; what they did not cover is owed to us. */
    static List<JournalLine> taken(ContractorId whose, Taken taken, Money amount) {
        Money zero = Money.zero(amount.currency());
        Money held = taken.held().stream().map(piece -> piece.part().amount()).reduce(zero, Money::plus);
        return List.of(
                debit(PENDING, sum(taken.pending(), zero)).of(whose),
                debit(AVAILABLE, sum(taken.available(), zero)).of(whose),
                debit(HELD, held).of(whose),
                debit(CLAWBACK, taken.receivable()).of(whose));
    }

    private static Money sum(List<EntryPart> parts, Money zero) {
        return parts.stream().map(EntryPart::amount).reduce(zero, Money::plus);
    }

    static List<JournalLine> between(ContractorId whose, LedgerAccount from, LedgerAccount to, Money amount) {
        return List.of(debit(from, amount).of(whose), credit(to, amount).of(whose));
    }

    private static LedgerAccount withheld(Withheld kind) {
        return switch (kind) {
            case TAX -> TAX;
            case DEDUCTION -> DEDUCTIONS;
        };
    }

    /** Where a correction of such an entry goes back to. */
    private static LedgerAccount expense(EntryKind kind) {
        return switch (kind) {
            case EARNINGS -> TIME;
            case BONUS -> BONUS;
            case REFERRAL -> REFERRAL;
            case EXPENSE -> EXPENSE;
            case ADVANCE, RETURN -> throw new IllegalStateException("no expense stands behind " + kind);
        };
    }
}
