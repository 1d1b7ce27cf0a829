package io.daybook.api.webhooks;

import static io.daybook.api.webhooks.EndpointTable.instant;
import static io.daybook.api.webhooks.EndpointTable.time;

import io.daybook.api.webhooks.Delivery.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is due, who is at it, and how it went. A claim is one statement and no request is sent while it runs. */
final class DueTable {
    /** Longer than a try can take. A node that died in the middle of one leaves it for as long. */
    static final int CLAIM_SECONDS = 60;

    private final JdbcClient jdbc;

    DueTable(DataSource database) {
        jdbc = JdbcClient.create(database);
    }

    /**
     * A message in hand.
     *
     * @param claim names who is at it: whoever else took it over meanwhile settles it
     * @param failures tries in vain since {@code beganAt}
     * @param failing the endpoint takes nothing just now
     */
    record Claimed(
            long nr,
            String id,
            EndpointId endpoint,
            String url,
            String body,
            UUID claim,
            int failures,
            Instant beganAt,
            boolean failing) {}

    /** How a try went. @param code the HTTP status, if there was one @param problem null where it was taken */
    record Tried(@Nullable Integer code, @Nullable String problem, long millis) {
        boolean taken() {
            return problem == null;
        }

        boolean gone() {
            return code != null && code == 410;
        }
    }

    /** Enabled endpoints for which something is due that nobody is at, and whether they take nothing just now. */
    Map<EndpointId, Boolean> endpoints(Instant now) {
        Map<EndpointId, Boolean> found = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT e.id, e.failing_since IS NOT NULL AS failing FROM daybook.webhook_endpoint e
                 WHERE e.status = 'ENABLED'
                   AND EXISTS (SELECT FROM daybook.webhook_delivery d
                                WHERE d.endpoint = e.id AND d.status = 'PENDING' AND d.next_at <= ?
                                  AND (d.claimed_until IS NULL OR d.claimed_until < now()))
                 ORDER BY e.id
                """).param(time(now)).query(row -> {
            found.put(new EndpointId(row.getString("id")), row.getBoolean("failing"));
        });
        return found;
    }

    /** The next message for that endpoint. */
    Optional<Claimed> claim(EndpointId endpoint, Instant now) {
        UUID claim = UUID.randomUUID();
        return jdbc.sql("""
                UPDATE daybook.webhook_delivery d
                   SET claim = ?, claimed_until = now() + make_interval(secs => ?)
                  FROM daybook.webhook_endpoint e
                 WHERE e.id = d.endpoint
                   AND d.nr = (SELECT w.nr FROM daybook.webhook_delivery w
                                 JOIN daybook.webhook_endpoint o ON o.id = w.endpoint
                                WHERE w.endpoint = ? AND o.status = 'ENABLED' AND w.status = 'PENDING' AND w.next_at <= ?
                                  AND (w.claimed_until IS NULL OR w.claimed_until < now())
                                ORDER BY w.next_at, w.nr LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
                RETURNING d.nr, d.id, d.endpoint, e.url, d.body, d.claim, d.failures, d.began_at,
                          e.failing_since IS NOT NULL AS failing
                """)
                .params(claim, CLAIM_SECONDS, endpoint.value(), time(now))
                .query(DueTable::read)
                .optional();
    }

    /** @param nextAt null where nothing is tried any more @param now by the domain's clock */
    void settle(Claimed claimed, Tried tried, Status status, @Nullable Instant nextAt, Instant now) {
        jdbc.sql("""
                WITH settled AS (
                    UPDATE daybook.webhook_delivery
                       SET status = ?, attempts = attempts + 1, failures = failures + ?, next_at = ?, settled_at = ?,
                           claim = NULL, claimed_until = NULL
                     WHERE nr = ? AND claim = ? RETURNING nr, endpoint, attempts
                ), attempted AS (
                    INSERT INTO daybook.webhook_attempt (delivery, number, attempted_at, status_code, problem, millis)
                    SELECT nr, attempts, ?, ?, ?, ? FROM settled
                )
                UPDATE daybook.webhook_endpoint e
                   SET failing_since = CASE WHEN ? THEN NULL ELSE coalesce(e.failing_since, ?) END,
                       last_success_at = CASE WHEN ? THEN ? ELSE e.last_success_at END
                  FROM settled WHERE e.id = settled.endpoint
                """)
                .param(status.name())
                .param(tried.taken() ? 0 : 1)
                .param(nextAt == null ? null : time(nextAt))
                .param(nextAt == null ? time(now) : null)
                .param(claimed.nr())
                .param(claimed.claim())
                .param(time(now))
                .param(tried.code())
                .param(tried.problem())
                .param(tried.millis())
                .param(tried.taken())
                .param(time(now))
                .param(tried.taken())
                .param(time(now))
                .update();
    }

    /** It was not tried after all: whoever comes next may, at once. */
    void letGo(Claimed claimed) {
        jdbc.sql("UPDATE daybook.webhook_delivery SET claim = NULL, claimed_until = NULL WHERE nr = ? AND claim = ?")
                .params(claimed.nr(), claimed.claim())
                .update();
    }

    private static Claimed read(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getLong("nr"),
                row.getString("id"),
                new EndpointId(row.getString("endpoint")),
                row.getString("url"),
                row.getString("body"),
                row.getObject("claim", UUID.class),
                row.getInt("failures"),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("failing"));
    }

    /** What monitoring asks. @param waiting not taken and not given up @param failing ids of enabled endpoints */
    record Counts(long waiting, long givenUp, List<Failing> failing) {}

    record Failing(EndpointId endpoint, Instant since, boolean isEnabled) {}

    Counts counts() {
        long waiting = count("SELECT count(*) FROM daybook.webhook_delivery WHERE status = 'PENDING'");
        long givenUp = count("SELECT count(*) FROM daybook.webhook_delivery WHERE status = 'GIVEN_UP'");
        List<Failing> failing = jdbc.sql("""
                SELECT id, failing_since, status FROM daybook.webhook_endpoint
                 WHERE failing_since IS NOT NULL AND disabled_because IS DISTINCT FROM 'person' ORDER BY id
                """).query(DueTable::failing).list();
        return new Counts(waiting, givenUp, failing);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Failing failing(ResultSet row, int number) throws SQLException {
        Instant since = instant(row, "failing_since");
        return new Failing(
                new EndpointId(row.getString("id")),
                since == null ? Instant.EPOCH : since,
                row.getString("status").equals("ENABLED"));
    }
}
