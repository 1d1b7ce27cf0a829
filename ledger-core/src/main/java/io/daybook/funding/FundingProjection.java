package io.daybook.funding;

import io.daybook.funding.FundingRows.Change;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import java.util.ArrayList;
import java.util.List;

/** Pools, top-ups and the provider's own items. */
final class FundingProjection implements Projection<FundingRows> {
    @Override
    public String name() {
        return "funding";
    }

    @Override
    public FundingRows fold(List<Recorded> facts) {
        List<Change> changes = new ArrayList<>();
        for (Recorded fact : facts) {
            if (fact.event() instanceof FundingEvent e) changes.add(new Change.Pool(e, fact.position()));
            if (fact.event() instanceof ProviderItemEvent e) changes.add(new Change.Item(e, fact.position()));
        }
        return new FundingRows(changes);
    }
}
