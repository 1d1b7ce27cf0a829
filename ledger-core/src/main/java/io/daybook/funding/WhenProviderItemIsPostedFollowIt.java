package io.daybook.funding;

import io.daybook.funding.FundingCommand.FollowItem;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import java.util.List;

/** What the provider moved by itself, the funding pool follows. */
final class WhenProviderItemIsPostedFollowIt implements Policy {
    @Override
    public String name() {
        return "follow-provider-item";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return recorded.event() instanceof ProviderItemEvent seen
                ? List.of(
                        Order.of(new FollowItem(seen.item().pool(), seen.item().id(), seen.net(), seen.occurredAt())))
                : List.of();
    }
}
