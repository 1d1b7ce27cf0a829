package io.daybook.period;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class PeriodModule {
    private PeriodModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(AccountingPeriodAggregate.class),
                List.of(new ReadModel<>(new PeriodProjection(), new PeriodTable())),
                List.of());
    }

    public static PeriodViews views(DataSource source) {
        return new PeriodReadTable(source);
    }
}
