package io.daybook.engagement;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class EngagementModule {
    private EngagementModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(EngagementAggregate.class),
                List.of(new ReadModel<>(new EngagementProjection(), new EngagementTable())),
                List.of());
    }

    public static EngagementViews views(DataSource source) {
        return new EngagementReadTable(source);
    }
}
