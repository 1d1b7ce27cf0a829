package io.daybook.account;

import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.calendar.PayCalendar;
import io.daybook.engagement.EngagementId;
import io.daybook.kernel.Decision.Accepted;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts that a batch pays, under their own rules, for other features' tests. */
public final class PaidAccounts {
    private final Map<AccountId, AccountState> states = new HashMap<>();

    public void earn(AccountId account, Money amount, Instant at) {
        TimesheetId sheet = TimesheetId.of(
                EngagementId.of(account.contractor(), "Apollo"),
                PayCalendar.mondays(ZoneOffset.UTC).periodOf(LocalDate.of(2026, 3, 2)));
        give(new PostEarnings(account, sheet, 1, "Apollo", Acct.MARCH, 3600, amount, at.minusSeconds(1), null, at));
    }

    /** A line on its way: reserved, or dropped where somebody is blocked or moved away. */
    public List<AccountEvent> reserve(
            AccountId account,
            PayoutId payout,
            Money amount,
            PayoutDestination to,
            boolean blocked,
            boolean moved,
            Instant at) {
        Payability payability = new Payability(
                blocked ? Set.copyOf(Acct.BLOCKED.reasons()) : Set.of(),
                moved ? "elsewhere" : to.account().index());
        String batch = "batch-" + payout.batchKey();
        return give(new ReservePayout(account, payout, batch, amount, at, Acct.STRIPE, to, payability, at));
    }

    public List<AccountEvent> drop(AccountId account, PayoutId payout, Money amount, Instant at) {
        return give(
                new DropPayout(account, payout, "batch-" + payout.batchKey(), amount, DropReason.BATCH_CANCELED, at));
    }

    private List<AccountEvent> give(AccountCommand order) {
        AccountState state = states.getOrDefault(order.account(), AccountState.UNOPENED);
        if (!(AccountDecider.decide(state, order) instanceof Accepted<AccountEvent>(var facts))) return List.of();
        for (AccountEvent fact : facts) state = AccountDecider.evolve(state, fact);
        states.put(order.account(), state);
        return facts;
    }
}
