package io.daybook.journal;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class JournalModule {
    private JournalModule() {}

    /** @param zone in which the accounting months begin */
    public static Feature feature(ZoneId zone) {
        return new Feature(
                List.of(), List.of(new ReadModel<>(new JournalProjection(), new JournalTable(zone))), List.of());
    }

    public static JournalViews views(DataSource source) {
        return new JournalReadTable(source);
    }

    /** For explanations. */
    public static JournalEdgeViews edges(DataSource source) {
        return new JournalEdgeTable(source);
    }
}
