package io.daybook.simulation;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountEvent;
import io.daybook.account.AccountsInMemory;
import io.daybook.contractor.ContractorCommand;
import io.daybook.contractor.ContractorEvent;
import io.daybook.contractor.ContractorsInMemory;
import io.daybook.funding.FundingCommand;
import io.daybook.funding.FundingEvent;
import io.daybook.funding.FundingInMemory;
import io.daybook.funding.ProviderItemCommand;
import io.daybook.funding.ProviderItemEvent;
import io.daybook.kernel.Decider;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.payout.BatchLinesCommand;
import io.daybook.payout.BatchLinesEvent;
import io.daybook.payout.BatchesInMemory;
import io.daybook.payout.PayoutBatchCommand;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.timesheet.TimesheetCommand;
import io.daybook.timesheet.TimesheetEvent;
import io.daybook.timesheet.TimesheetRules;
import java.util.List;

/** All the rules, as one node keeps their streams in mind. */
final class Desks {
    private final List<Desk<?, ?, ?>> desks;

    Desks(SimulatedLog log, Variant variant) {
        desks = List.of(
                desk(AccountCommand.class, AccountEvent.class, variant.accounts(AccountsInMemory.rules()), log),
                desk(ContractorCommand.class, ContractorEvent.class, ContractorsInMemory.rules(), log),
                desk(PayoutBatchCommand.class, PayoutBatchEvent.class, variant.batches(BatchesInMemory.rules()), log),
                desk(BatchLinesCommand.class, BatchLinesEvent.class, BatchesInMemory.lineRules(), log),
                desk(TimesheetCommand.class, TimesheetEvent.class, TimesheetRules.rules(), log),
                desk(FundingCommand.class, FundingEvent.class, FundingInMemory.rules(), log),
                desk(ProviderItemCommand.class, ProviderItemEvent.class, FundingInMemory.itemRules(), log));
    }

    private static <C extends DomainCommand, S, E extends DomainEvent> Desk<C, S, E> desk(
            Class<C> orders, Class<E> facts, Decider<C, S, E> rules, SimulatedLog log) {
        return new Desk<>(orders, facts, rules, log);
    }

    Desk<?, ?, ?> of(DomainCommand order) {
        for (Desk<?, ?, ?> desk : desks) if (desk.takes(order)) return desk;
        throw new IllegalArgumentException("nobody takes " + order);
    }
}
