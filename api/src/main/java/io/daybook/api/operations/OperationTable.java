package io.daybook.api.operations;

import io.daybook.api.operations.Operation.Failure;
import io.daybook.api.operations.Operation.Status;
import io.daybook.kernel.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operations, and who is at work on them. */
final class OperationTable {
    static final int LEASE_SECONDS = 15;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    OperationTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** What is to be done, as it was asked for. */
    record Claimed(String id, String kind, Subject owner, JsonNode input) {}

    void insert(String id, String kind, Subject owner, JsonNode input) {
        jdbc.sql("""
                INSERT INTO daybook.operation (id, kind, owner, input) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT DO NOTHING
                """).params(id, kind, owner.value(), input.toString()).update();
    }

    Optional<Operation> find(String id) {
        return jdbc.sql("""
                SELECT id, kind, status, done, total, failed, errors, result, owner, version
                FROM daybook.operation WHERE id = ?
                """).param(id).query(OperationTable::read).optional();
    }

    /** Takes over some that nobody is at work on. Their progress begins again, as the work does. */
    List<Claimed> claim(int most) {
        return jdbc.sql("""
                UPDATE daybook.operation
                SET lease_until = now() + make_interval(secs => ?), version = version + 1
                WHERE id IN (
                    SELECT id FROM daybook.operation
                    WHERE status = 'RUNNING' AND (lease_until IS NULL OR lease_until < now())
                    ORDER BY created_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING id, kind, owner, input
                """)
                .params(LEASE_SECONDS, most)
                .query((row, number) -> new Claimed(
                        row.getString("id"),
                        row.getString("kind"),
                        new Subject(row.getString("owner")),
                        JSON.readTree(row.getString("input"))))
                .list();
    }

    /** Keeps the lease, and what has been done so far. */
    void progress(String id, OperationRun.Progress progress) {
        write(id, Status.RUNNING, LEASE_SECONDS, progress);
    }

    void end(String id, Status status, OperationRun.Progress progress) {
        write(id, status, null, progress);
    }

    void extend(String id) {
        jdbc.sql("UPDATE daybook.operation SET lease_until = now() + make_interval(secs => ?) WHERE id = ?")
                .params(LEASE_SECONDS, id)
                .update();
    }

    /** Lets somebody else go on at once. */
    void letGo(String id) {
        jdbc.sql("UPDATE daybook.operation SET lease_until = NULL WHERE id = ? AND status = 'RUNNING'")
                .param(id)
                .update();
    }

    private void write(String id, Status status, @Nullable Integer leaseSeconds, OperationRun.Progress progress) {
        jdbc.sql("""
                UPDATE daybook.operation
                SET status = ?, version = version + 1, done = ?, total = ?, failed = ?, errors = ?::jsonb,
                    result = ?::jsonb, lease_until = now() + make_interval(secs => ?::int)
                WHERE id = ? AND status = 'RUNNING'
                """)
                .param(status.name())
                .param(progress.done())
                .param(progress.total())
                .param(progress.failed())
                .param(JSON.writeValueAsString(progress.errors()))
                .param(progress.result() == null ? null : progress.result().toString())
                .param(leaseSeconds)
                .param(id)
                .update();
    }

    private static Operation read(ResultSet row, int number) throws SQLException {
        String result = row.getString("result");
        return new Operation(
                row.getString("id"),
                row.getString("kind"),
                Status.valueOf(row.getString("status")),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("failed"),
                JSON.readValue(row.getString("errors"), new TypeReference<List<Failure>>() {}),
                result == null ? null : JSON.readTree(result),
                row.getString("owner"),
                row.getLong("version"));
    }
}
