package io.daybook.payout;

import io.daybook.funding.FundingCommand.FollowItem;
import io.daybook.funding.FundingPoolId;
import io.daybook.funding.ProviderItemId;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchEvent.StrayObjectNoted;
import java.util.List;

/** What left our balance at the provider unexplained cannot fund a batch any more. */
final class WhenStrayObjectNotedFollowIt implements Policy {
    @Override
    public String name() {
        return "follow-stray-object";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return recorded.event() instanceof StrayObjectNoted e && e.left().isPositive()
                ? List.of(Order.of(new FollowItem(
                        FundingPoolId.of(e.rail(), e.left().currency()),
                        ProviderItemId.of(e.rail(), e.object()),
                        e.left().negated(),
                        e.occurredAt())))
                : List.of();
    }
}
