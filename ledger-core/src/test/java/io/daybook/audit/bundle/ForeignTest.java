package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees that are whole in themselves, and not the log's. */
class ForeignTest {
    private final Office office = new Office(21, 40);
    private final Bundle bundle = office.of(null, null);

    /** The same events but one, signed by somebody who has not the key. */
    private Office fork() {
        Office fork = new Office(21, 40);
        fork.events.set(8, TamperedTest.edited(fork.events.get(8), "{\"seconds\":9}"));
        return fork;
    }

    @Test
    void a_fork_of_the_same_size_is_refused_by_the_key_that_the_holder_knows() {
        Verdict verdict = fork().of(null, null).verify(new Trust(List.of(office.signer.key()), null));
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.FOREIGN_KEY);
        assertThat(verdict.findings().getFirst().expected())
                .contains(office.signer.key().idInHex());
        assertThat(verdict.exitCode()).isEqualTo(2);
    }

    @Test
    void a_fork_of_the_same_size_by_the_log_itself_is_refused_by_the_checkpoint_that_the_holder_kept() {
        String kept = office.note().toString();
        office.events.set(8, TamperedTest.edited(office.events.get(8), "{\"seconds\":9}"));
        Verdict verdict = office.of(null, null).verify(new Trust(List.of(), kept));
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.FORK);
    }

    @Test
    void a_longer_tree_that_does_not_begin_with_the_one_kept_is_a_fork() {
        String kept = office.note().toString();
        office.events.set(8, TamperedTest.edited(office.events.get(8), "{\"seconds\":9}"));
        office.add("TimeEntryRecorded", "{}".getBytes(UTF_8), null);
        Verdict verdict = office.of(null, null).verify(new Trust(List.of(), kept));
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.FORK);
    }

    @Test
    void a_bundle_older_than_the_checkpoint_kept_shows_nothing_of_it() {
        Office later = new Office(21, 40);
        Bundle old = later.of(null, null);
        later.add("TimeEntryRecorded", "{}".getBytes(UTF_8), null);
        Verdict verdict = old.verify(new Trust(List.of(), later.note().toString()));
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.CONSISTENCY_UNPROVEN);
        assertThat(verdict.result()).isEqualTo("incomplete");
        assertThat(verdict.exitCode()).isEqualTo(3);
    }

    @Test
    void another_logs_checkpoint_is_a_fork() {
        Checkpoint other = new Checkpoint("log.example/other", 3, office.nodes().root(3));
        Verdict verdict = bundle.verify(
                new Trust(List.of(), other.signed(List.of(office.signer)).toString()));
        assertThat(TamperedTest.kinds(verdict)).containsExactly(Kind.FOREIGN_KEY, Kind.FORK);
    }

    @Test
    void a_checkpoint_that_nobody_signed_is_refused() {
        String text = new String(bundle.file("checkpoint"), UTF_8);
        Verdict unsigned = bundle.with("checkpoint", text.substring(0, text.indexOf("\n\n") + 2))
                .verify();
        assertThat(TamperedTest.kinds(unsigned)).contains(Kind.SIGNATURE_MISSING);
    }

    @Test
    void a_signature_over_another_checkpoint_is_refused() {
        String text = new String(bundle.file("checkpoint"), UTF_8);
        String other = new Office(22, 40).note().text() + text.substring(text.indexOf("\n\n") + 1);
        assertThat(TamperedTest.kinds(bundle.with("checkpoint", other).verify()))
                .contains(Kind.SIGNATURE_WRONG, Kind.ROOT_DIFFERS);
    }

    @Test
    void a_fork_that_keeps_the_signature_makes_another_root() {
        Bundle forged = fork().of(null, null)
                .with("checkpoint", bundle.file("checkpoint"))
                .with("keys.txt", bundle.file("keys.txt"))
                .with("SHA256SUMS", bundle.file("SHA256SUMS"));
        assertThat(TamperedTest.kinds(forged.verify())).contains(Kind.ROOT_DIFFERS);
    }

    @Test
    void a_smaller_tree_than_the_bundle_says_is_refused() {
        Office shorter = new Office(21, 39);
        Bundle mixed =
                bundle.with("checkpoint", shorter.note().toString()).with("keys.txt", shorter.signer.key() + "\n");
        assertThat(TamperedTest.kinds(mixed.verify())).contains(Kind.COUNT_DIFFERS, Kind.ROOT_DIFFERS);
    }
}
