package io.daybook.payout.engine;

import io.daybook.account.AccountId;
import io.daybook.account.AccountViews;
import io.daybook.account.PayoutId;
import io.daybook.contractor.ContractorViews;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.payout.BatchLine;
import io.daybook.payout.PayoutBatchViews;
import java.util.Optional;

/** All that the engine reads. */
public record EngineViews(
        AccountViews accounts, ContractorViews contractors, PayoutBatchViews batches, ProjectionProgress progress) {
    /** Whose account a payout is of, also when it was not reserved yet. */
    Optional<AccountId> accountOf(PayoutId payout) {
        return accounts.payout(payout)
                .map(known -> known.account())
                .or(() -> batches.line(payout).map(BatchLine::account));
    }
}
