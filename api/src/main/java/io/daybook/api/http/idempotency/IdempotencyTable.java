package io.daybook.api.http.idempotency;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of each key. */
final class IdempotencyTable {
    private final JdbcClient jdbc;

    IdempotencyTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    /** @param answer null while there is none */
    record Row(byte[] fingerprint, @Nullable Sealed answer) {}

    /**
     * Remembers the body before anything is done for it; answers what stands. The orders that follow commit later and flush
     * this with them, so it need not wait for the disk.
     */
    Row claim(Scope scope, byte[] fingerprint) {
        int first = jdbc.sql("""
                INSERT INTO daybook.idempotency (scope, fingerprint)
                SELECT ?, ? FROM set_config('synchronous_commit', 'off', true)
                ON CONFLICT DO NOTHING
                """).params(scope.bytes(), fingerprint).update();
        Row fresh = new Row(fingerprint, null);
        return first == 1 ? fresh : find(scope).orElse(fresh);
    }

    /**
     * Nor need this: where a crash of the machine takes it back, a repeat is run again, and its orders are answered as they
     * were, for their ids are made of the key.
     */
    void keep(Scope scope, byte[] fingerprint, Sealed answer) {
        jdbc.sql("""
                INSERT INTO daybook.idempotency (scope, fingerprint, sealed_for, answer)
                SELECT ?, ?, ?, ? FROM set_config('synchronous_commit', 'off', true)
                ON CONFLICT (scope) DO UPDATE SET sealed_for = EXCLUDED.sealed_for, answer = EXCLUDED.answer
                WHERE idempotency.answer IS NULL
                """)
                .params(scope.bytes(), fingerprint, answer.key().value(), answer.ciphertext())
                .update();
    }

    /** Forgets a key under which nothing was done. */
    void release(Scope scope) {
        jdbc.sql("DELETE FROM daybook.idempotency WHERE scope = ? AND answer IS NULL")
                .param(scope.bytes())
                .update();
    }

    private Optional<Row> find(Scope scope) {
        return jdbc.sql("SELECT fingerprint, sealed_for, answer FROM daybook.idempotency WHERE scope = ?")
                .param(scope.bytes())
                .query((row, number) -> {
                    byte[] answer = row.getBytes("answer");
                    return new Row(
                            row.getBytes("fingerprint"),
                            answer == null ? null : new Sealed(new PersonId(row.getString("sealed_for")), answer));
                })
                .optional();
    }
}
