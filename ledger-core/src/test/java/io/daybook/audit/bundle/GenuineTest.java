package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.note.Note;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenuineTest {
    @Test
    void whatever_part_of_a_log_is_asked_for_it_is_genuine() {
        for (int size : new int[] {0, 1, 2, 3, 7, 8, 9, 33}) {
            Office office = new Office(size, size);
            assertGenuine(office.of(null, null));
            for (int from = 0; from <= size; from++)
                for (int to = from; to <= size; to += 5) assertGenuine(office.of(second(from), second(to)));
            Office.PEOPLE.forEach(person -> assertGenuine(office.about(person)));
            Office.PEOPLE.forEach(person -> assertGenuine(office.of(person, second(size / 3), second(size / 2))));
        }
    }

    private static Instant second(int number) {
        return Office.START.plusSeconds(number);
    }

    private static void assertGenuine(Bundle bundle) {
        Verdict verdict = bundle.verify();
        assertThat(verdict.findings())
                .as(new String(bundle.file("bundle.json"), UTF_8))
                .isEmpty();
        assertThat(verdict.result()).isEqualTo("genuine");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void how_it_is_packed_and_how_its_json_is_spaced_changes_nothing() {
        Bundle bundle = new Office(4, 20).of(null, null);
        assertGenuine(bundle.lines(lines -> lines.stream()
                .map(line -> line.replace(",", " , ").replace(":", ": "))
                .toList()));
        assertGenuine(bundle.with(
                "events.ndjson",
                String.join(
                        "\r\n",
                        bundle.lines().stream().map(l -> l.replace("/", "\\/")).toList())));
    }

    @Test
    void a_contractors_bundle_holds_nobody_elses_events_and_says_who_vouches_for_its_end() {
        Office office = new Office(5, 40);
        Bundle bundle = office.about("person-ada");
        assertThat(new String(bundle.file("events.ndjson"), UTF_8)).isNotEmpty();
        long theirs = office.events.stream()
                .filter(e -> "person-ada".equals(e.person()))
                .count();
        assertThat(bundle.lines()).hasSize((int) theirs);
        assertThat(bundle.file("leaves")).hasSize((int) theirs * BundleLeaf.BYTES);
        assertThat(bundle.verify().notes()).anyMatch(note -> note.contains("rests on the bundle's word"));
    }

    @Test
    void a_key_that_the_holder_brings_along_is_the_one_that_counts() {
        Office office = new Office(6, 9);
        Verdict verdict = office.of(null, null).verify(new Trust(List.of(office.signer.key()), null));
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.notes()).isEmpty();
        assertThat(office.of(null, null).verify().notes())
                .anyMatch(note -> note.contains("the key came with the bundle"));
    }

    @Test
    void a_tree_that_continues_a_checkpoint_that_was_kept_is_shown_to() {
        Office office = new Office(7, 21);
        String kept = office.note().toString();
        office.add("TimeEntryRecorded", new byte[] {'{', '}'}, "person-ada");
        Trust trust = new Trust(List.of(), kept);
        assertThat(office.of(null, null).verify(trust).facts().get("earlier checkpoint"))
                .contains("the tree continues it");
        Verdict unproven = office.about("person-bea").verify(trust);
        assertThat(unproven.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.kind()).isEqualTo(Finding.Kind.CONSISTENCY_UNPROVEN));
        assertThat(unproven.exitCode()).isEqualTo(3);
        BundleTerms terms = BundleTerms.parse(office.about("person-bea").file("bundle.json"));
        List<Integer> theirs = Office.all(0, 22).stream()
                .filter(i -> "person-bea".equals(office.events.get(i).person()))
                .toList();
        Bundle proven = office.written(terms, theirs, null, ConsistencyProof.of(office.nodes(), 21, 22));
        assertThat(proven.verify(trust).findings()).isEmpty();
        assertThat(proven.verify(new Trust(List.of(), new Office(7, 21).note().toString()))
                        .exitCode())
                .as("signed by another key")
                .isEqualTo(2);
        Note same = office.note();
        assertThat(proven.verify(new Trust(List.of(), same.toString())).exitCode())
                .isZero();
    }

    @Test
    void one_log_gives_the_same_bytes_for_the_same_question() {
        Office office = new Office(8, 30);
        assertThat(office.about("person-cyd").zip())
                .isEqualTo(office.about("person-cyd").zip());
    }
}
