package io.daybook.api.payouts;

import io.daybook.account.PayoutView;
import io.daybook.account.Signer;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorViews;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchViews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a batch or a payout has to do with whoever decides about it; the rules say what follows from that. */
@Component
final class Stakes {
    private static final int NAMED = 5;

    private final PayoutBatchViews batches;
    private final ContractorViews contractors;

    Stakes(PayoutBatchViews batches, ContractorViews contractors) {
        this.batches = batches;
        this.contractors = contractors;
    }

    /** The views must show all that was written. */
    Stake of(PayoutBatchId batch, Caller caller) {
        ContractorId self = caller.contractor();
        List<BatchLine> paying = self == null ? List.of() : batches.linesTo(batch, List.of(self));
        Map<ContractorId, Set<Integer>> set = contractors.destinationsSetBy(caller.subject());
        List<BatchLine> directed = batches.linesTo(batch, set.keySet()).stream()
                .filter(line -> set.getOrDefault(line.contractor(), Set.of())
                        .contains(line.destination().version()))
                .toList();
        return new Stake(numbers(paying), numbers(directed));
    }

    Signer of(PayoutView payout, Caller caller) {
        boolean directed = contractors
                .destinationsSetBy(caller.subject())
                .getOrDefault(payout.contractor(), Set.of())
                .contains(payout.destination().version());
        return new Signer(caller.actor(), directed);
    }

    private static List<Integer> numbers(List<BatchLine> lines) {
        return lines.stream().map(BatchLine::line).limit(NAMED).toList();
    }
}
