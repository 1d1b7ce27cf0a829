package io.daybook.api.vault;

import io.daybook.kernel.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wrapped keys by person. */
final class PersonKeyTable {
    private final JdbcClient jdbc;

    PersonKeyTable(DataSource dataSource) {
        jdbc = JdbcClient.create(dataSource);
    }

    Optional<byte[]> find(PersonId person) {
        return jdbc.sql("SELECT wrapped_keyset FROM daybook.person_key WHERE person = ?")
                .param(person.value())
                .query(byte[].class)
                .optional();
    }

    Map<PersonId, byte[]> find(Collection<PersonId> people) {
        Map<PersonId, byte[]> found = new HashMap<>();
        jdbc.sql("SELECT person, wrapped_keyset FROM daybook.person_key WHERE person = ANY (?)")
                .param(people.stream().map(PersonId::value).toArray(String[]::new))
                .query(row -> {
                    found.put(new PersonId(row.getString("person")), row.getBytes("wrapped_keyset"));
                });
        return found;
    }

    /**
     * Keeps the keys of people who have none yet.
     * Whatever such a key seals is committed later, and a synchronous commit flushes every earlier one: so these need not wait.
     */
    void insert(List<PersonId> people, List<byte[]> wrapped) {
        jdbc.sql("""
                INSERT INTO daybook.person_key (person, wrapped_keyset)
                SELECT made.person, made.wrapped
                FROM set_config('synchronous_commit', 'off', true),
                    unnest(?::text[], ?::bytea[]) AS made (person, wrapped)
                ORDER BY made.person
                ON CONFLICT DO NOTHING
                """)
                .params(people.stream().map(PersonId::value).toArray(String[]::new), wrapped.toArray(byte[][]::new))
                .update();
    }

    void delete(PersonId person) {
        jdbc.sql("DELETE FROM daybook.person_key WHERE person = ?")
                .param(person.value())
                .update();
    }
}
