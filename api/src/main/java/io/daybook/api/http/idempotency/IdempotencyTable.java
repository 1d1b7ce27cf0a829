package io.daybook.api.http.idempotency;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
     * Nor need these: where a crash takes one back, a repeat is run again, and its orders are answered as they were, for their
     * ids are made of the key. No scope comes twice.
     */
    void keep(List<KeptAnswer.InScope> answers) {
        jdbc.sql("""
                INSERT INTO daybook.idempotency (scope, fingerprint, sealed_for, answer)
                SELECT kept.* FROM unnest(?::bytea[], ?::bytea[], ?::text[], ?::bytea[]) AS kept,
                       set_config('synchronous_commit', 'off', true)
                ON CONFLICT (scope) DO UPDATE SET sealed_for = EXCLUDED.sealed_for, answer = EXCLUDED.answer
                WHERE idempotency.answer IS NULL
                """)
                .param(bytes(answers, kept -> kept.scope().bytes()))
                .param(bytes(answers, KeptAnswer.InScope::fingerprint))
                .param(answers.stream().map(kept -> kept.answer().key().value()).toArray(String[]::new))
                .param(bytes(answers, kept -> kept.answer().ciphertext()))
                .update();
    }

    private static byte[][] bytes(List<KeptAnswer.InScope> answers, Function<KeptAnswer.InScope, byte[]> column) {
        return answers.stream().map(column).toArray(byte[][]::new);
    }

    /** Forgets a key under which nothing was done. */
    void release(Scope scope) {
        jdbc.sql("""
                DELETE FROM daybook.idempotency USING set_config('synchronous_commit', 'off', true)
                 WHERE scope = ? AND answer IS NULL
                """).param(scope.bytes()).update();
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
