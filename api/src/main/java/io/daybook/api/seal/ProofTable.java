package io.daybook.api.seal;

import static io.daybook.shell.SqlTable.one;

import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where an event is in the tree. */
final class ProofTable {
    private final DataSource source;

    ProofTable(DataSource source) {
        this.source = source;
    }

    /**
     * @param person whom it concerns
     * @param index its leaf; null while it has none
     */
    record Place(@Nullable String person, @Nullable Long index) {}

    Optional<Place> find(UUID eventId) {
        return one(source, """
                SELECT e.person, l.leaf_index
                  FROM daybook.event_log e
                  LEFT JOIN daybook.log_leaf l ON l.position = e.position
                 WHERE e.event_id = ?::uuid
                """, row -> new Place(row.getString(1), row.getObject(2, Long.class)), eventId.toString());
    }
}
