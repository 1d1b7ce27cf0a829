package io.daybook.timesheet;

import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class TimesheetModule {
    private TimesheetModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(TimesheetAggregate.class),
                List.of(
                        new ReadModel<>(new TimesheetProjection(), new TimesheetTable()),
                        new ReadModel<>(new TimeHands(), new TimeHandTable())),
                List.of());
    }

    public static TimesheetViews views(DataSource source, EngagementViews engagements) {
        return new TimesheetReadTable(source, engagements);
    }
}
