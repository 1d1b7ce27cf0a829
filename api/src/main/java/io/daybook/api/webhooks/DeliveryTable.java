package io.daybook.api.webhooks;

import static io.daybook.api.webhooks.EndpointTable.instant;
import static io.daybook.api.webhooks.EndpointTable.time;

import io.daybook.api.webhooks.Delivery.Attempt;
import io.daybook.api.webhooks.Delivery.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deliveries as they are listed, and what people have said again. */
final class DeliveryTable {
    private static final String COLUMNS =
            "SELECT nr, id, endpoint, event, type, status, next_at FROM daybook.webhook_delivery ";

    private final JdbcClient jdbc;

    DeliveryTable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /** @param nr rises with time, within an endpoint, too */
    record Listed(long nr, Delivery delivery) {}

    /** The newest first, below {@code before}. @param status null for all */
    List<Listed> page(EndpointId endpoint, @Nullable Status status, long before, int limit) {
        JdbcClient.StatementSpec wanted = status == null
                ? jdbc.sql(COLUMNS + "WHERE endpoint = ? AND nr < ? ORDER BY nr DESC LIMIT ?")
                        .params(endpoint.value(), before, limit)
                : jdbc.sql(COLUMNS + "WHERE endpoint = ? AND status = ? AND nr < ? ORDER BY nr DESC LIMIT ?")
                        .params(endpoint.value(), status.name(), before, limit);
        return withAttempts(wanted.query(DeliveryTable::read).list());
    }

    Optional<Delivery> find(EndpointId endpoint, String id) {
        return withAttempts(jdbc.sql(COLUMNS + "WHERE endpoint = ? AND id = ?")
                        .params(endpoint.value(), id)
                        .query(DeliveryTable::read)
                        .list())
                .stream()
                .map(Listed::delivery)
                .findFirst();
    }

    /** To be said from now on, for three days, whatever became of it before. */
    void sayAgain(EndpointId endpoint, String id, @Nullable String event, MessageType type, String body, Instant now) {
        jdbc.sql("""
                INSERT INTO daybook.webhook_delivery (id, endpoint, event, type, body, began_at, next_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE
                   SET status = 'PENDING', failures = 0, began_at = EXCLUDED.began_at, next_at = EXCLUDED.next_at,
                       settled_at = NULL, claim = NULL, claimed_until = NULL
                """)
                .param(id)
                .param(endpoint.value())
                .param(event)
                .param(type.label())
                .param(body)
                .param(time(now))
                .param(time(now))
                .update();
    }

    /** Once: a repeat of the request changes nothing. */
    void sayOnce(EndpointId endpoint, String id, MessageType type, String body, Instant now) {
        jdbc.sql("""
                INSERT INTO daybook.webhook_delivery (id, endpoint, type, body, began_at, next_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """)
                .params(id, endpoint.value(), type.label(), body, time(now), time(now))
                .update();
    }

    /** What was settled before then, the oldest first; a replay makes it again from the log. */
    int forget(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM daybook.webhook_delivery
                 WHERE nr IN (SELECT nr FROM daybook.webhook_delivery WHERE settled_at < ? ORDER BY settled_at, nr LIMIT ?)
                """).params(time(before), most).update();
    }

    private List<Listed> withAttempts(List<Listed> rows) {
        if (rows.isEmpty()) return rows;
        Map<Long, List<Attempt>> attempts = new HashMap<>();
        jdbc.sql("""
                SELECT delivery, number, attempted_at, status_code, problem, millis FROM daybook.webhook_attempt
                 WHERE delivery IN (:deliveries) ORDER BY delivery, number
                """)
                .param("deliveries", rows.stream().map(Listed::nr).toList())
                .query(row -> {
                    attempts.computeIfAbsent(row.getLong("delivery"), nr -> new ArrayList<>())
                            .add(attempt(row));
                });
        return rows.stream()
                .map(row -> new Listed(row.nr(), with(row.delivery(), attempts.getOrDefault(row.nr(), List.of()))))
                .toList();
    }

    private static Delivery with(Delivery row, List<Attempt> attempts) {
        return new Delivery(row.id(), row.endpoint(), row.event(), row.type(), row.status(), row.nextAt(), attempts);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                row.getObject("attempted_at", OffsetDateTime.class).toInstant(),
                row.getObject("status_code", Integer.class),
                row.getString("problem"),
                row.getLong("millis"));
    }

    private static Listed read(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getLong("nr"),
                new Delivery(
                        row.getString("id"),
                        new EndpointId(row.getString("endpoint")),
                        row.getString("event"),
                        row.getString("type"),
                        Status.valueOf(row.getString("status")),
                        instant(row, "next_at"),
                        List.of()));
    }
}
