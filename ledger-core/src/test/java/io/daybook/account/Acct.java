package io.daybook.account;

import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.ProveAbsent;
import io.daybook.account.AccountCommand.RecordAnswer;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RepeatStep;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.Adjustment.Correction;
import io.daybook.calendar.AccountingMonth;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.Actor;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.engagement.EngagementId;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ada's account in dollars, and the orders that tests give it. */
public final class Acct {
    private Acct() {}

    public static final ContractorId ADA = ContractorId.of("ada");
    public static final AccountId ACCOUNT = AccountId.of(ADA, usd(0).currency());
    public static final Instant NOON = Instant.parse("2026-03-16T12:00:00Z");
    public static final Instant CUTOFF = Instant.parse("2026-03-16T00:00:00Z");
    public static final AccountingMonth MARCH = new AccountingMonth(YearMonth.of(2026, 3));
    public static final String BATCH = "batch-march";
    public static final PayoutId P1 = PayoutId.of("march", 1);
    public static final PayoutId P2 = PayoutId.of("march", 2);
    public static final PayoutRoute STRIPE = new PayoutRoute("stripe", PayoutRoute.Source.CONNECTED_ACCOUNT);
    public static final PayoutRoute WALLET = new PayoutRoute("wallet", PayoutRoute.Source.PROVIDER_BALANCE);
    public static final PayoutRoute FILE = new PayoutRoute("file", PayoutRoute.Source.BANK);
    public static final PayoutDestination HOME = new PayoutDestination(1, Plain.findable(ADA.person(), "acct_home"));
    public static final PayoutDestination AWAY = new PayoutDestination(2, Plain.findable(ADA.person(), "acct_away"));
    public static final Payability PAYABLE =
            new Payability(Set.of(), HOME.account().index());
    public static final Payability BLOCKED =
            new Payability(Set.of(BlockingReason.SANCTIONS), HOME.account().index());
    public static final Payability MOVED =
            new Payability(Set.of(), AWAY.account().index());
    public static final Actor MAKER = Actor.staff(new Subject("maker"));
    public static final Actor CHECKER = Actor.staff(new Subject("checker"));
    /** Ada with a finance role. */
    public static final Actor HERSELF = new Actor(new Subject("ada"), ADA);

    public static final Sealed REASON = Plain.sealed(ADA.person(), "because");
    public static final Money LIMIT = usd(1000_00);

    public static Money usd(long minor) {
        return Money.of(minor, "USD");
    }

    public static Instant day(int ofMarch) {
        return Instant.parse("2026-03-%02dT09:00:00Z".formatted(ofMarch));
    }

    public static TimesheetId sheet(int week) {
        return TimesheetId.of(
                EngagementId.of(ADA, "Apollo"),
                PayCalendar.mondays(ZoneOffset.UTC)
                        .periodOf(LocalDate.of(2026, 3, 2).plusWeeks(week)));
    }

    /** Sheet {@code week}, worked on that week's Tuesday and approved {@code at}. */
    public static PostEarnings earn(int week, long minor, Instant at) {
        return earn(week, minor, null, at);
    }

    public static PostEarnings earn(int week, long minor, @Nullable Instant pendingUntil, Instant at) {
        Instant worked = Instant.parse("2026-03-03T09:00:00Z").plusSeconds(week * 7L * 86_400);
        return new PostEarnings(ACCOUNT, sheet(week), 1, "Apollo", MARCH, 3600, usd(minor), worked, pendingUntil, at);
    }

    public static AccountEntryId earned(int week) {
        return AccountEntryId.ofEarnings(sheet(week), 1, MARCH);
    }

    public static CorrectEarnings correct(int week, int n, long minor, Instant at) {
        return new CorrectEarnings(ACCOUNT, sheet(week), n, "Apollo", MARCH, 0, usd(minor), at);
    }

    public static PassReviewWindow pass(int week, Instant at) {
        return new PassReviewWindow(ACCOUNT, earned(week), at);
    }

    public static AdjustmentId adjustmentId(String name) {
        return AdjustmentId.of(name);
    }

    public static Adjustment adjustment(String name, AdjustmentKind kind, long minor) {
        return new Adjustment(adjustmentId(name), kind, usd(minor), REASON, null);
    }

    public static Adjustment correction(String name, Correction correction, long minor) {
        return new Adjustment(adjustmentId(name), AdjustmentKind.CORRECTION, usd(minor), REASON, correction);
    }

    public static PostAdjustment adjust(Adjustment adjustment, Instant at) {
        return new PostAdjustment(ACCOUNT, adjustment, MAKER, LIMIT, at);
    }

    public static PlaceHold hold(String name, long minor, Instant at) {
        return new PlaceHold(ACCOUNT, HoldId.of(name), usd(minor), at);
    }

    public static ReservePayout reserve(PayoutId payout, long minor, Instant at) {
        return reserve(payout, minor, STRIPE, PAYABLE, at);
    }

    public static ReservePayout reserve(
            PayoutId payout, long minor, PayoutRoute route, Payability payability, Instant at) {
        return new ReservePayout(ACCOUNT, payout, BATCH, usd(minor), at, route, HOME, payability, at);
    }

    public static SubmitPayout submit(PayoutId payout, int attempt, Instant at) {
        return new SubmitPayout(ACCOUNT, payout, attempt, PAYABLE, at);
    }

    public static ContinuePayout carryOn(PayoutId payout, int attempt, Instant at) {
        return new ContinuePayout(ACCOUNT, payout, attempt, PAYABLE, at);
    }

    public static RailFact transfer(int attempt, String object, long minor, Instant at) {
        return new RailFact(PayoutStep.TRANSFER, attempt, object, usd(minor), RailFact.Status.DONE, null, null, at);
    }

    public static RailFact payout(int attempt, String object, long minor, RailFact.Status status, Instant at) {
        return new RailFact(PayoutStep.PAYOUT, attempt, object, usd(minor), status, null, null, at);
    }

    public static ObservePayout see(PayoutId payout, RailFact fact, Instant at) {
        return new ObservePayout(ACCOUNT, payout, fact, at);
    }

    public static RecordAnswer answer(PayoutId payout, PayoutStep step, int attempt, StepAnswer answer, Instant at) {
        return new RecordAnswer(ACCOUNT, payout, step, attempt, answer, at);
    }

    public static RepeatStep repeat(PayoutId payout, PayoutStep step, int attempt, Instant at) {
        return repeat(payout, step, attempt, PAYABLE, at);
    }

    public static RepeatStep repeat(PayoutId payout, PayoutStep step, int attempt, Payability payability, Instant at) {
        return new RepeatStep(ACCOUNT, payout, step, attempt, payability, at);
    }

    public static StepAnswer refused() {
        return new StepAnswer.Refused("no_account", "The bank account does not exist.", false);
    }

    public static StepAnswer unknown() {
        return new StepAnswer.Unknown("timeout");
    }

    public static ProveAbsent absent(PayoutId payout, PayoutStep step, int attempt, Instant at) {
        return new ProveAbsent(ACCOUNT, payout, step, attempt, "looked twice", at);
    }

    public static ReleasePayout release(PayoutId payout, Instant at) {
        return new ReleasePayout(ACCOUNT, payout, false, Signer.DAYBOOK, at);
    }

    public static RetryPayout retry(PayoutId payout, Instant at) {
        return new RetryPayout(ACCOUNT, payout, false, Signer.DAYBOOK, at);
    }

    public static ClosePayout close(PayoutId payout, Instant at) {
        return new ClosePayout(ACCOUNT, payout, Signer.DAYBOOK, at);
    }

    public static ClearSuspense clear(PayoutId payout, Payability payability, Instant at) {
        return new ClearSuspense(ACCOUNT, payout, payability, at);
    }
}
