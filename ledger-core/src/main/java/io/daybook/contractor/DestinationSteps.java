package io.daybook.contractor;

import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who had a hand in each of a contractor's destinations. */
final class DestinationSteps implements Projection<List<DestinationSteps.Step>> {
    /** @param number of the proposal, or of the destination once it is set */
    record Step(ContractorId contractor, long seq, What what, int number, String subject, Instant takenAt) {}

    enum What {
        PROPOSED,
        APPROVED,
        SET
    }

    @Override
    public String name() {
        return "destinations";
    }

    @Override
    public List<Step> fold(List<Recorded> facts) {
        List<Step> steps = new ArrayList<>();
        for (Recorded fact : facts)
            switch (fact.event()) {
                case PayoutDestinationProposed e ->
                    steps.add(step(
                            fact, e, What.PROPOSED, e.proposal(), e.proposer().value()));
                case PayoutDestinationApproved e ->
                    steps.add(step(
                            fact, e, What.APPROVED, e.proposal(), e.approver().value()));
                case PayoutDestinationSet e -> steps.add(step(fact, e, What.SET, e.version(), fact.actor()));
                default -> {}
            }
        return steps;
    }

    private static Step step(Recorded fact, ContractorEvent event, What what, int number, String subject) {
        return new Step(event.contractor(), fact.seq(), what, number, subject, event.occurredAt());
    }
}
