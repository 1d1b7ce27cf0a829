package io.daybook.account;

import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountRejection.InsufficientAvailable;
import io.daybook.account.AccountRejection.NeedsSecondPerson;
import io.daybook.account.AccountRejection.NotCorrectable;
import io.daybook.account.AccountRejection.UnknownAdjustment;
import io.daybook.account.Adjustment.Correction;
import io.daybook.account.EntryEvent.AdjustmentMade;
import io.daybook.account.EntryEvent.AdjustmentProposed;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.CreditPosted;
import io.daybook.account.EntryEvent.DeductionPosted;
import io.daybook.account.Memory.Asked;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adjustments by hand: at once up to a limit, above it by two people. */
final class AdjustmentRules {
    private AdjustmentRules() {}

    static Decision<AccountEvent> post(AccountState s, PostAdjustment c) {
        Adjustment adjustment = c.adjustment();
        Optional<AccountRejection> refusal = refusal(s, c.account(), adjustment);
        if (s.memory().asked().has(adjustment.id())) return Guard.nothingNew();
        if (refusal.isPresent()) return reject(refusal.get());
        Subject maker = c.maker().subject();
        return c.needsSecondPerson()
                ? Decision.accept(new AdjustmentProposed(c.account(), adjustment, maker, c.at()))
                : make(new Facts(s, c.account(), c.at()), adjustment, maker, null);
    }

    static Decision<AccountEvent> approve(AccountState s, ApproveAdjustment c) {
        Asked asked = s.memory().asked().find(c.adjustment()).orElse(null);
        if (asked == null) return reject(new UnknownAdjustment(c.adjustment()));
        Adjustment adjustment = asked.waiting();
        if (adjustment == null) return Guard.nothingNew();
        if (!isSecond(c.approver(), asked.maker(), c.account().contractor()))
            return reject(new NeedsSecondPerson(c.adjustment()));
        Optional<AccountRejection> refusal = refusal(s, c.account(), adjustment);
        if (refusal.isPresent()) return reject(refusal.get());
        return make(
                new Facts(s, c.account(), c.at()),
                adjustment,
                asked.maker(),
                c.approver().subject());
    }

    /** A known person, neither who asked for it nor who is paid by it. */
    static boolean isSecond(Actor approver, Subject maker, ContractorId beneficiary) {
        Subject subject = approver.subject();
        return subject.isSomebody() && !subject.equals(maker) && !approver.is(beneficiary);
    }

    private static Optional<AccountRejection> refusal(AccountState s, AccountId account, Adjustment adjustment) {
        Optional<AccountRejection> wrong = Guard.amount(s, account, adjustment.amount());
        if (wrong.isPresent()) return wrong;
        Correction correction = adjustment.correction();
        if (correction != null && !correction.kind().isCorrectable())
            return Optional.of(new NotCorrectable(correction.corrects()));
        if (adjustment.kind() != AdjustmentKind.DEDUCTION) return Optional.empty();
        Money available = s.credits().available();
        return adjustment.amount().isMoreThan(available)
                ? Optional.of(new InsufficientAvailable(available))
                : Optional.empty();
    }

    private static Decision<AccountEvent> make(
            Facts facts, Adjustment adjustment, Subject maker, @Nullable Subject approver) {
        facts.add(new AdjustmentMade(facts.account(), adjustment, maker, approver, facts.at()));
        switch (adjustment.kind()) {
            case BONUS -> credit(facts, adjustment, EntryKind.BONUS);
            case REFERRAL -> credit(facts, adjustment, EntryKind.REFERRAL);
            case EXPENSE -> credit(facts, adjustment, EntryKind.EXPENSE);
            case DEDUCTION -> deduct(facts, adjustment);
            case CORRECTION -> correct(facts, adjustment);
        }
        return facts.decision();
    }

    private static void credit(Facts facts, Adjustment adjustment, EntryKind kind) {
        AccountEntryId entry = AccountEntryId.ofAdjustment(adjustment.id());
        facts.add(new CreditPosted(facts.account(), entry, adjustment.id(), kind, adjustment.amount(), facts.at()));
        facts.settleCredit();
    }

    private static void deduct(Facts facts, Adjustment adjustment) {
        List<EntryPart> parts = facts.state().credits().oldest(adjustment.amount());
        facts.add(new DeductionPosted(facts.account(), adjustment.id(), adjustment.amount(), parts, facts.at()));
    }

    private static void correct(Facts facts, Adjustment adjustment) {
        Correction correction = adjustment.correction();
        if (correction == null) throw new IllegalStateException("a correction names what it corrects");
        AccountEntryId id = AccountEntryId.ofAdjustment(adjustment.id());
        CorrectionSource source = new CorrectionSource(null, 0, null, null, 0, adjustment.id());
        Optional<OpenEntry> running =
                facts.state().credits().find(correction.corrects()).filter(entry -> entry.windowRuns(facts.at()));
        Money amount = adjustment.amount();
        switch (correction.direction()) {
            case UP -> {
                Instant until = running.map(OpenEntry::pendingUntil).orElse(null);
                EarningsRules.up(facts, id, correction.corrects(), correction.kind(), source, amount, until);
            }
            case DOWN -> {
                List<EntryPart> pending = Taking.pending(
                        facts.state(),
                        amount,
                        entry -> running.filter(entry::equals).isPresent());
                EarningsRules.down(facts, id, correction.corrects(), correction.kind(), source, amount, pending);
            }
        }
    }
}
