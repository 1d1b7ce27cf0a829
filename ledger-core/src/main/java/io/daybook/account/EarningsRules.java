package io.daybook.account;

import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountRejection.NotPositive;
import io.daybook.account.AccountRejection.OtherCurrency;
import io.daybook.account.AccountRejection.ReviewStillRuns;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.EntryEvent.ReviewWindowPassed;
import io.daybook.account.Memory.Earned;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What time earns, and what corrections of time change. */
final class EarningsRules {
    private EarningsRules() {}

    static Decision<AccountEvent> post(AccountState s, PostEarnings c) {
        if (!c.amount().currency().equals(s.currency())) return reject(new OtherCurrency(c.account()));
        if (c.amount().isNegative()) return reject(new NotPositive(c.amount()));
        if (c.revision() <= s.memory().earned(c.timesheet(), c.month()).revision()) return Guard.nothingNew();
        Facts facts = new Facts(s, c.account(), c.at());
        facts.add(earned(c));
        facts.settleCredit();
        return facts.decision();
    }

    /** Work is earned when it is done, but nothing is dated after it was approved. */
    private static EarningsPosted earned(PostEarnings c) {
        Instant earnedAt = c.workedAt().isBefore(c.at()) ? c.workedAt() : c.at();
        return new EarningsPosted(
                c.account(),
                AccountEntryId.ofEarnings(c.timesheet(), c.revision(), c.month()),
                c.timesheet(),
                c.revision(),
                c.project(),
                c.month(),
                c.seconds(),
                c.amount(),
                c.pendingUntil(),
                earnedAt);
    }

    static Decision<AccountEvent> correct(AccountState s, CorrectEarnings c) {
        if (!c.difference().currency().equals(s.currency())) return reject(new OtherCurrency(c.account()));
        Earned earned = s.memory().earned(c.timesheet(), c.month());
        if (c.correction() <= earned.correction() || c.difference().isZero()) return Guard.nothingNew();
        Facts facts = new Facts(s, c.account(), c.at());
        passEnded(facts, c);
        CorrectionSource source =
                new CorrectionSource(c.timesheet(), c.correction(), c.project(), c.month(), c.seconds(), null);
        AccountEntryId id = AccountEntryId.ofCorrection(c.timesheet(), c.correction(), c.month());
        if (c.difference().isPositive()) {
            Instant until = earned.windowRuns(c.at()) ? earned.pendingUntil() : null;
            up(facts, id, earned.entry(), EntryKind.EARNINGS, source, c.difference(), until);
        } else {
            List<EntryPart> pending = pendingOf(facts.state(), c, c.difference().negated());
            down(
                    facts,
                    id,
                    earned.entry(),
                    EntryKind.EARNINGS,
                    source,
                    c.difference().negated(),
                    pending);
        }
        return facts.decision();
    }

    /** A window that has ended no longer shields its earnings, whether or not anybody has passed it yet. */
    private static void passEnded(Facts facts, CorrectEarnings c) {
        for (OpenEntry entry : facts.state().credits().open())
            if (c.timesheet().equals(entry.ref().timesheet())
                    && entry.pending().isPositive()
                    && !entry.windowRuns(c.at())) pass(facts, entry);
    }

    private static List<EntryPart> pendingOf(AccountState s, CorrectEarnings c, Money most) {
        return Taking.pending(s, most, entry -> c.timesheet().equals(entry.ref().timesheet()));
    }

    static void up(
            Facts facts,
            AccountEntryId id,
            @Nullable AccountEntryId corrects,
            EntryKind kind,
            CorrectionSource source,
            Money amount,
            @Nullable Instant pendingUntil) {
        facts.add(new CorrectedUp(facts.account(), id, corrects, kind, source, amount, pendingUntil, facts.at()));
        facts.settleCredit();
    }

    static void down(
            Facts facts,
            AccountEntryId id,
            @Nullable AccountEntryId corrects,
            EntryKind kind,
            CorrectionSource source,
            Money amount,
            List<EntryPart> pending) {
        Taken taken = Taking.correction(facts.state(), amount, pending);
        facts.add(new CorrectedDown(facts.account(), id, corrects, kind, source, amount, taken, facts.at()));
    }

    static Decision<AccountEvent> passWindow(AccountState s, PassReviewWindow c) {
        OpenEntry entry = s.credits().find(c.entry()).orElse(null);
        if (entry == null || !entry.pending().isPositive()) return Guard.nothingNew();
        if (entry.windowRuns(c.at())) return reject(new ReviewStillRuns(c.entry()));
        Facts facts = new Facts(s, c.account(), c.at());
        pass(facts, entry);
        return facts.decision();
    }

    /** It happened when the window ended. */
    private static void pass(Facts facts, OpenEntry entry) {
        Instant ended = entry.pendingUntil() == null ? facts.at() : entry.pendingUntil();
        facts.add(new ReviewWindowPassed(facts.account(), entry.ref().id(), entry.pending(), ended));
        facts.settleCredit();
    }
}
