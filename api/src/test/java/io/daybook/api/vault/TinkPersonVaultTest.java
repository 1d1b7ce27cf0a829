package io.daybook.api.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TinkPersonVaultTest {
    private static final PersonId ADA = new PersonId("person-ada");
    private static final PersonId BOB = new PersonId("person-bob");
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestPostgres.freshDatabase();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_one_node_seals_another_opens() {
        Sealed sealed = node().seal(ADA, "Ada Lovelace, Zürich");
        assertThat(node().open(sealed)).contains("Ada Lovelace, Zürich");
        assertThat(new String(sealed.ciphertext())).doesNotContain("Ada");
    }

    @Test
    void equal_values_are_sealed_differently() {
        TinkPersonVault vault = node();
        assertThat(vault.seal(ADA, "same")).isNotEqualTo(vault.seal(ADA, "same"));
    }

    @Test
    void a_value_moved_to_another_person_or_altered_does_not_open() {
        TinkPersonVault vault = node();
        Sealed ada = vault.seal(ADA, "secret");
        vault.seal(BOB, "his own");
        assertThat(vault.open(new Sealed(BOB, ada.ciphertext()))).isEmpty();
        byte[] altered = ada.ciphertext().clone();
        altered[altered.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(new Sealed(ADA, altered))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_destroyed_key_opens_nothing_not_even_once_the_person_is_back() {
        TinkPersonVault vault = node();
        PersonId person = new PersonId("person-erased");
        Sealed before = vault.seal(person, "old");
        vault.destroy(person);
        assertThat(vault.open(before)).isEmpty();
        Sealed after = vault.seal(person, "new");
        assertThat(vault.open(before)).isEmpty();
        assertThat(vault.open(after)).contains("new");
    }

    @Test
    void many_nodes_that_meet_one_person_at_once_agree_on_one_key() throws Exception {
        PersonId person = new PersonId("person-met-at-once");
        List<TinkPersonVault> nodes =
                IntStream.range(0, 8).mapToObj(i -> node()).toList();
        List<Callable<Sealed>> seals = new ArrayList<>();
        for (TinkPersonVault vault : nodes) seals.add(() -> vault.seal(person, "hello"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Sealed> sealed : threads.invokeAll(seals))
                for (TinkPersonVault vault : nodes)
                    assertThat(vault.open(sealed.get())).contains("hello");
        }
    }

    @Test
    void keys_are_made_for_many_people_at_once_and_are_wrapped() {
        List<PersonId> people = IntStream.range(0, 2_000)
                .mapToObj(i -> new PersonId("person-many-" + i))
                .toList();
        node().prepare(people);
        assertThat(JdbcClient.create(database.owner())
                        .sql("SELECT count(*) FROM daybook.person_key WHERE person LIKE 'person-many-%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2_000);
        TinkPersonVault other = node();
        assertThat(other.open(node().seal(people.getLast(), "x"))).contains("x");
    }

    @Test
    void a_blind_index_ignores_case_and_blanks_and_tells_kinds_apart() {
        TinkPersonVault vault = node();
        String index = vault.blindIndex("email", " Ada@Example.com ");
        assertThat(index).matches("[0-9a-f]{64}").isEqualTo(node().blindIndex("email", "ada@example.com"));
        assertThat(index).isNotEqualTo(vault.blindIndex("name", "ada@example.com"));
        assertThat(vault.blindIndex("name", "Zoe\u0308")).isEqualTo(vault.blindIndex("name", "zo\u00eb"));
    }

    @Test
    void sealing_with_a_cached_key_takes_microseconds() {
        TinkPersonVault vault = node();
        for (int i = 0; i < 20_000; i++) vault.seal(ADA, "warm up " + i);
        long begin = System.nanoTime();
        for (int i = 0; i < 20_000; i++) vault.seal(ADA, "someone@example.com");
        long perSecond = 20_000L * 1_000_000_000L / (System.nanoTime() - begin);
        assertThat(perSecond).as("values sealed per second").isGreaterThan(20_000);
    }

    private static TinkPersonVault node() {
        return new TinkPersonVault(database.application(), new SecretTable(database.application()));
    }
}
