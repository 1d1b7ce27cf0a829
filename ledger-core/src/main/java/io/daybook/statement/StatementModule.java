package io.daybook.statement;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class StatementModule {
    private StatementModule() {}

    public static Feature feature() {
        return new Feature(
                List.of(StatementAggregate.class),
                List.of(new ReadModel<>(new StatementProjection(), new IssuedTable())),
                List.of());
    }

    public static StatementViews views(DataSource source) {
        return new IssuedReadTable(source);
    }
}
