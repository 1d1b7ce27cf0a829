package io.daybook.access.key;

import io.daybook.kernel.Feature;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class ApiKeyModule {
    private ApiKeyModule() {}

    /** Nothing is projected: what a request rests on is written with the fact. */
    public static Feature feature() {
        return new Feature(List.of(ApiKeyAggregate.class), List.of(), List.of());
    }

    public static ApiKeys keys(DataSource source) {
        return new ApiKeyTable(source);
    }
}
