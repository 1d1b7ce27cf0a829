package io.daybook.api.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is only added to is guarded by triggers, from its owner too. A restore of data alone, or somebody in a hurry, may have left
 * them switched off, or on for ordinary sessions only; then nothing of it would show until a proof fails.
 */
final class LogGuardsCheck {
    private static final String GUARDED = "event_log,command_log,refused_order,rail_switch,audit_access,"
            + "log_identity,log_key,log_leaf,log_node,log_checkpoint";
    private static final String UNGUARDED = """
            SELECT string_agg(guarded.name, ',' ORDER BY guarded.name)
              FROM unnest(string_to_array(?, ',')) AS guarded(name)
             WHERE (SELECT count(*) FROM pg_catalog.pg_trigger AS t
                     WHERE t.tgrelid = to_regclass('daybook.' || guarded.name)
                       AND t.tgfoid = to_regproc('daybook.refuse_change')
                       AND t.tgname IN (guarded.name || '_only_added_to', guarded.name || '_rows_stay')
                       AND t.tgenabled = 'A') < 2
            """;

    private LogGuardsCheck() {}

    static List<String> problems(Sql sql) throws SQLException {
        return Stream.of(sql.text(UNGUARDED, GUARDED).split(","))
                .filter(table -> !table.isEmpty())
                .map(table -> "triggers: daybook." + table
                        + " could be changed, as what forbids it is missing or not enabled always:"
                        + " find out who switched it off, then, as its owner, ALTER TABLE daybook." + table
                        + " ENABLE ALWAYS TRIGGER " + table + "_only_added_to, ENABLE ALWAYS TRIGGER " + table
                        + "_rows_stay.")
                .toList();
    }
}
