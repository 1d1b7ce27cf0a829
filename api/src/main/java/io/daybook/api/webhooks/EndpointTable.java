package io.daybook.api.webhooks;

import io.daybook.api.webhooks.WebhookEndpoint.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints, and who changed them. Each change and the note of it are one statement. */
final class EndpointTable {
    /** So that none of them ever waits for another: each has its own lanes, and lanes are bounded. */
    static final int MOST = 20;

    private static final String COLUMNS = """
            SELECT id, url, array_to_string(event_types, ',') AS event_types, description, reference, status, disabled_because,
                   failing_since, last_success_at, created_at
              FROM daybook.webhook_endpoint
            """;

    private final JdbcClient jdbc;

    EndpointTable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** Who does it, when. */
    record Act(String actor, Instant at) {
        OffsetDateTime time() {
            return EndpointTable.time(at);
        }
    }

    /** What an administrator decides about an endpoint. */
    record Terms(
            String url, List<String> eventTypes, @Nullable String description) {
        String types() {
            return String.join(",", eventTypes);
        }
    }

    /** False where the id or the reference is taken, or there are as many as may be. @param request that asks for the secret */
    boolean add(EndpointId id, Terms terms, @Nullable String reference, String request, String sealedSecret, Act act) {
        return jdbc.sql("""
                WITH made AS (
                    INSERT INTO daybook.webhook_endpoint
                           (id, url, event_types, description, reference, from_position, created_at)
                    SELECT ?, ?, string_to_array(?, ','), ?, ?,
                           (SELECT coalesce(max(position), 0) FROM daybook.event_log), ?
                     WHERE (SELECT count(*) FROM daybook.webhook_endpoint) < ?
                    ON CONFLICT DO NOTHING
                    RETURNING id
                ), secret AS (
                    INSERT INTO daybook.webhook_secret (endpoint, request, sealed, made_at) SELECT id, ?, ?, ? FROM made
                )
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT id, 'created', ?, ? FROM made
                """)
                        .param(id.value())
                        .param(terms.url())
                        .param(terms.types())
                        .param(terms.description())
                        .param(reference)
                        .param(act.time())
                        .param(MOST)
                        .param(request)
                        .param(sealedSecret)
                        .param(act.time())
                        .param(act.actor())
                        .param(act.time())
                        .update()
                == 1;
    }

    /** False where it is not there. */
    boolean change(EndpointId id, Terms terms, Act act) {
        return jdbc.sql("""
                WITH changed AS (
                    UPDATE daybook.webhook_endpoint SET url = ?, event_types = string_to_array(?, ','), description = ?
                     WHERE id = ? RETURNING id
                )
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT id, 'changed', ?, ? FROM changed
                """)
                        .param(terms.url())
                        .param(terms.types())
                        .param(terms.description())
                        .param(id.value())
                        .param(act.actor())
                        .param(act.time())
                        .update()
                == 1;
    }

    /** What happens from here on is sent; what happened meanwhile is not. Changes nothing where it is enabled. */
    void enable(EndpointId id, Act act) {
        jdbc.sql("""
                WITH enabled AS (
                    UPDATE daybook.webhook_endpoint
                       SET status = 'ENABLED', disabled_because = NULL, failing_since = NULL,
                           from_position = (SELECT coalesce(max(position), 0) FROM daybook.event_log)
                     WHERE id = ? AND status = 'DISABLED' RETURNING id
                )
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT id, 'enabled', ?, ? FROM enabled
                """).params(id.value(), act.actor(), act.time()).update();
    }

    /** Changes nothing where it is disabled. @param because {@code person} or {@code gone} */
    void disable(EndpointId id, String because, Act act) {
        jdbc.sql("""
                WITH disabled AS (
                    UPDATE daybook.webhook_endpoint SET status = 'DISABLED', disabled_because = ?
                     WHERE id = ? AND status = 'ENABLED' RETURNING id
                )
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT id, 'disabled', ?, ? FROM disabled
                """).params(because, id.value(), act.actor(), act.time()).update();
    }

    /** With its secrets and all that was to be said to it. False where it is not there. */
    boolean delete(EndpointId id, Act act) {
        return jdbc.sql("""
                WITH deleted AS (DELETE FROM daybook.webhook_endpoint WHERE id = ? RETURNING id)
                INSERT INTO daybook.webhook_endpoint_change (endpoint, what, actor, changed_at)
                SELECT id, 'deleted', ?, ? FROM deleted
                """).params(id.value(), act.actor(), act.time()).update() == 1;
    }

    Optional<WebhookEndpoint> find(EndpointId id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id.value())
                .query(EndpointTable::read)
                .optional();
    }

    Optional<WebhookEndpoint> findByReference(String reference) {
        return jdbc.sql(COLUMNS + "WHERE reference = ?")
                .param(reference)
                .query(EndpointTable::read)
                .optional();
    }

    /** Behind {@code after}, in the order of ids. */
    List<WebhookEndpoint> page(String after, int limit) {
        return jdbc.sql(COLUMNS + "WHERE id > ? ORDER BY id LIMIT ?")
                .params(after, limit)
                .query(EndpointTable::read)
                .list();
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static WebhookEndpoint read(ResultSet row, int number) throws SQLException {
        String types = row.getString("event_types");
        return new WebhookEndpoint(
                new EndpointId(row.getString("id")),
                row.getString("url"),
                types.isEmpty() ? List.of() : List.of(types.split(",")),
                row.getString("description"),
                row.getString("reference"),
                Status.valueOf(row.getString("status")),
                row.getString("disabled_because"),
                instant(row, "failing_since"),
                instant(row, "last_success_at"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
