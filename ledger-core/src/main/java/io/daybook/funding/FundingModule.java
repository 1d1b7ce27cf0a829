package io.daybook.funding;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class FundingModule {
    private FundingModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(FundingPoolAggregate.class, ProviderItemAggregate.class),
                List.of(new ReadModel<>(new FundingProjection(), new FundingTable())),
                List.of(new WhenProviderItemIsPostedFollowIt()));
    }

    public static FundingViews views(DataSource source) {
        return new FundingReadTable(source);
    }
}
