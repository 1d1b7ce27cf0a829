package io.daybook.api.webhooks;

import io.daybook.api.webhooks.EndpointTable.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets of endpoints, sealed. */
final class EndpointSecretTable {
    private final JdbcClient jdbc;

    EndpointSecretTable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** The newest secret from now on; those before it count until {@code until}. The same request again changes nothing. */
    void rotate(EndpointId endpoint, String request, String sealed, Instant until, Act act) {
        jdbc.sql("""
                WITH made AS (
                    INSERT INTO daybook.webhook_secret (endpoint, request, sealed, made_at)
                    SELECT id, ?, ?, ? FROM daybook.webhook_endpoint WHERE id = ?
                    ON CONFLICT DO NOTHING
                    RETURNING nr, endpoint
                ), retired AS (
                    UPDATE daybook.webhook_secret s SET valid_until = ?
                      FROM made WHERE s.endpoint = made.endpoint AND s.valid_until IS NULL
                ), forgotten AS (
                    DELETE FROM daybook.webhook_secret s
                     USING made WHERE s.endpoint = made.endpoint AND s.valid_until <= ?
                )
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT endpoint, 'secret-rotated', ?, ? FROM made
                """)
                .param(request)
                .param(sealed)
                .param(act.time())
                .param(endpoint.value())
                .param(EndpointTable.time(until))
                .param(act.time())
                .param(act.actor())
                .param(act.time())
                .update();
    }

    /** What that request was given. */
    Optional<String> of(EndpointId endpoint, String request) {
        return jdbc.sql("SELECT sealed FROM daybook.webhook_secret WHERE endpoint = ? AND request = ?")
                .params(endpoint.value(), request)
                .query(String.class)
                .optional();
    }

    /** Those that count, the newest first. */
    List<String> valid(EndpointId endpoint, Instant now) {
        return jdbc.sql("""
                SELECT sealed FROM daybook.webhook_secret
                 WHERE endpoint = ? AND (valid_until IS NULL OR valid_until > ?) ORDER BY nr DESC
                """)
                .params(endpoint.value(), EndpointTable.time(now))
                .query((row, number) -> row.getString("sealed"))
                .list();
    }
}
