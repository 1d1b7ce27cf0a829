package io.daybook.payout;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** Payout batches, for the wiring. */
public final class PayoutModule {
    private PayoutModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(PayoutBatchAggregate.class, BatchLinesAggregate.class),
                List.of(new ReadModel<>(new PayoutBatchProjection(), new PayoutBatchTable())),
                List.of(new WhenStrayObjectNotedFollowIt()));
    }

    public static PayoutBatchViews views(DataSource source) {
        return new PayoutBatchReadTable(source);
    }

    /** One for each process. */
    public static ReleaseTurn releaseTurn(DataSource source) {
        return new ReleaseTurnTable(source);
    }

    public static BatchPlans plans(DataSource source) {
        return new BatchPlanTable(source);
    }
}
