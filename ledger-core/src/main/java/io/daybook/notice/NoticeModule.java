package io.daybook.notice;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class NoticeModule {
    private NoticeModule() {}

    public static Feature feature() {
        return new Feature(List.of(), List.of(new ReadModel<>(new NoticeProjection(), new NoticeTable())), List.of());
    }

    public static NoticeViews views(DataSource source) {
        return new NoticeReadTable(source);
    }

    public static NoticeDeliveries deliveries(DataSource source) {
        return new NoticeDeliveryTable(source);
    }
}
