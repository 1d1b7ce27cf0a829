package io.daybook.contractor;

import io.daybook.contractor.ContractorEvent.BlockingReasonCleared;
import io.daybook.contractor.ContractorEvent.BlockingReasonRaised;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorRows.Block;
import io.daybook.contractor.ContractorRows.Details;
import io.daybook.contractor.ContractorRows.HoldKey;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.List;
import java.util.Optional;

/** Contractors as lists and forms show them. */
final class ContractorProjection implements Projection<ContractorRows> {
    @Override
    public String name() {
        return "contractors";
    }

    @Override
    public ContractorRows fold(List<Recorded> facts) {
        ContractorRows rows = new ContractorRows();
        for (Recorded fact : facts) if (fact.event() instanceof ContractorEvent event) add(rows, event);
        return rows;
    }

    private static void add(ContractorRows rows, ContractorEvent event) {
        switch (event) {
            case ContractorRegistered e -> {
                rows.registered.put(e.contractor(), e);
                for (BlockingReason reason : ContractorState.AT_FIRST)
                    rows.blocks.put(new Block(e.contractor(), reason), true);
            }
            case ContractorDetailsChanged e ->
                rows.details.put(e.contractor(), new Details(e.name(), e.email(), e.country()));
            case BlockingReasonRaised e -> rows.blocks.put(new Block(e.contractor(), e.reason()), true);
            case BlockingReasonCleared e -> rows.blocks.put(new Block(e.contractor(), e.reason()), false);
            case PayoutDestinationSet e -> {
                rows.destinations.put(e.contractor(), e);
                rows.proposals.put(e.contractor(), Optional.empty());
                rows.blocks.put(new Block(e.contractor(), BlockingReason.PAYOUT_DESTINATION), false);
            }
            case PayoutDestinationProposed e -> rows.proposals.put(e.contractor(), Optional.of(e));
            case PayoutDestinationApproved e -> {}
            case HoldPlaced e -> rows.holds.put(new HoldKey(e.contractor(), e.hold()), Optional.of(e));
            case HoldLifted e -> rows.holds.put(new HoldKey(e.contractor(), e.hold()), Optional.empty());
        }
    }
}
