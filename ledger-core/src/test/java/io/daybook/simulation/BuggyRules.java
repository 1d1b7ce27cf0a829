package io.daybook.simulation;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.Both;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountEvent;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchCommand;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchId;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Rules with something wrong in them. */
final class BuggyRules {
    private BuggyRules() {}

    /** @param wrongly from an order and what is rightly decided to what is decided instead */
    static <S> Decider<AccountCommand, S, AccountEvent> deciding(
            Decider<AccountCommand, S, AccountEvent> rules,
            BiFunction<AccountCommand, Decision<AccountEvent>, Decision<AccountEvent>> wrongly) {
        return new Decider<>(
                rules.initial(),
                (state, order) -> {
                    AccountCommand first = order instanceof Both(var one, var then) ? one : order;
                    Decision<AccountEvent> rightly = rules.decide().apply(state, first);
                    Decision<AccountEvent> decided = wrongly.apply(first, rightly);
                    return decided.equals(rightly) ? rules.decide().apply(state, order) : decided;
                },
                rules.evolve());
    }

    /** Whatever was seen is taken for what was frozen. */
    static <S> Decider<PayoutBatchCommand, S, PayoutBatchEvent> withoutHash(
            Decider<PayoutBatchCommand, S, PayoutBatchEvent> rules) {
        Map<PayoutBatchId, String> frozen = new HashMap<>();
        return new Decider<>(
                rules.initial(),
                (state, order) -> rules.decide().apply(state, withHash(order, frozen.getOrDefault(order.batch(), ""))),
                (state, event) -> {
                    if (event instanceof BatchFrozen e)
                        frozen.put(e.batch(), e.content().hash());
                    return rules.evolve().apply(state, event);
                });
    }

    private static PayoutBatchCommand withHash(PayoutBatchCommand order, String hash) {
        return switch (order) {
            case ApproveBatch c -> new ApproveBatch(c.batch(), hash, c.approver(), c.stake(), c.at());
            case ReleaseBatch c ->
                new ReleaseBatch(c.batch(), hash, c.exceeded(), c.funded(), c.checker(), c.stake(), c.at());
            case BeginExecution c -> new BeginExecution(c.batch(), hash, c.at());
            default -> order;
        };
    }

    /** Adds up hours first and rounds last, in floating point. */
    record InFloat(Policy real) implements Policy {
        @Override
        public String name() {
            return real.name();
        }

        @Override
        public List<Order> react(Recorded recorded) {
            return real.react(recorded).stream()
                    .map(order -> order.command() instanceof PostEarnings c
                                    && recorded.event() instanceof TimesheetApproved approved
                            ? new Order(inFloat(c, approved), order.target())
                            : order)
                    .toList();
        }

        private static PostEarnings inFloat(PostEarnings c, TimesheetApproved approved) {
            float hours = 0;
            float perHour = 0;
            for (PricedLine line : approved.lines()) {
                hours += line.seconds() / 3600f;
                perHour = line.rate().rate().perHour().minor();
            }
            return new PostEarnings(
                    c.account(),
                    c.timesheet(),
                    c.revision(),
                    c.project(),
                    c.month(),
                    c.seconds(),
                    Oracle.usd(Math.round(hours * perHour)),
                    c.workedAt(),
                    c.pendingUntil(),
                    c.at());
        }
    }
}
