package io.daybook.access;

import io.daybook.kernel.Feature;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class AccessModule {
    private AccessModule() {}

    /** Nothing is projected: what a request rests on is written with the fact. */
    public static Feature feature() {
        return new Feature(List.of(AccessAggregate.class), List.of(), List.of());
    }

    public static Permissions permissions(DataSource source) {
        return new PermissionTable(source);
    }
}
