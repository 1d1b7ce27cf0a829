package io.daybook.api.due;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.ClearSuspense;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountEntryView;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.Payability;
import io.daybook.account.PayoutView;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends review windows that have run out, and frees what came back from the bank once nothing blocks the contractor.
 * Several nodes may do so at once: an order that was given before changes nothing.
 */
final class DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
    private static final int AT_A_TIME = 500;
    private static final Filter IN_SUSPENSE = new Filter(null, null, null, null, false, true);

    private final AccountViews accounts;
    private final ContractorViews contractors;
    private final Commands commands;
    private final InstantSource clock;
    private final Reactions reactions;

    /** Whether the views show what the policies made of all that they showed before: a failure blocks its destination. */
    @FunctionalInterface
    interface Reactions {
        boolean shown() throws InterruptedException;
    }

    DueWork(
            AccountViews accounts,
            ContractorViews contractors,
            Commands commands,
            InstantSource clock,
            Reactions reactions) {
        this.accounts = accounts;
        this.contractors = contractors;
        this.commands = commands;
        this.clock = clock;
        this.reactions = reactions;
    }

    /** Does what is due now, a bounded amount of it; answers whether there may be more at once. */
    boolean step() throws InterruptedException {
        Instant now = clock.instant();
        List<AccountEntryView> past = accounts.windowsPast(now, AT_A_TIME);
        for (AccountEntryView entry : past)
            give(
                    new PassReviewWindow(entry.account(), entry.id(), now),
                    "pass-window:" + entry.id().value() + ":" + entry.pending().minor());
        List<PayoutView> back = accounts.payouts(IN_SUSPENSE, null, AT_A_TIME);
        if (!back.isEmpty() && reactions.shown()) clear(back, now);
        return past.size() == AT_A_TIME;
    }

    private void clear(List<PayoutView> back, Instant now) {
        Map<ContractorId, ContractorView> people = contractors.byIds(
                back.stream().map(PayoutView::contractor).distinct().toList());
        for (PayoutView payout : back) {
            ContractorView contractor = people.get(payout.contractor());
            if (contractor == null) continue;
            Payability payability = Payability.of(contractor, now);
            if (payability.blocking().isEmpty())
                give(new ClearSuspense(payout.account(), payout.id(), payability, now), clearing(payout));
        }
    }

    private static String clearing(PayoutView payout) {
        return "clear-suspense:" + payout.id().value() + ":"
                + payout.inSuspense().minor() + ":" + payout.since().toEpochMilli();
    }

    private void give(AccountCommand command, String id) {
        if (commands.send(command, new Cause(Origin.DUE, new CommandId(id), Subject.SYSTEM, null, null))
                instanceof Outcome.Refused(var reason))
            LOG.atDebug().log("{} is not due after all: {}", id, reason.code());
    }
}
