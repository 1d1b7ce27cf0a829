package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding.Kind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TamperedTest {
    private final Office office = new Office(11, 60);
    private final Bundle whole = office.of(null, null);
    private final Bundle adas = office.about("person-ada");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_changed_bit_of_an_event_names_the_event(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            int index = random.nextInt(office.events.size());
            byte[] preimage = office.events.get(index).preimage();
            int bit = random.nextInt(preimage.length * 8);
            preimage[bit / 8] ^= (byte) (1 << bit % 8);
            Finding first = first(whole.lines(lines -> set(lines, index, line(index, preimage))), Kind.EVENT_CHANGED);
            assertThat(first.eventId()).isEqualTo(office.events.get(index).eventId());
            assertThat(first.index()).isEqualTo(index);
        }
    }

    @Test
    void a_changed_bit_of_any_file_is_refused() {
        Random random = new Random(12);
        for (Bundle bundle : List.of(whole, adas))
            for (String name : bundle.files().keySet())
                for (int i = 0; i < 60; i++) {
                    int bit = random.nextInt(bundle.file(name).length * 8);
                    // What is between the values of JSON may be spaced as one likes, and lines may end as one likes.
                    Verdict verdict = bundle.withBit(name, bit).verify();
                    assertThat(verdict.exitCode()).as(name + " bit " + bit).isNotZero();
                }
    }

    @Test
    void an_event_left_out_is_named() {
        Finding first = first(whole.lines(lines -> without(lines, 17)), Kind.EVENT_MISSING);
        assertThat(first.eventId()).isEqualTo(id(17));
        assertThat(first.index()).isEqualTo(17);
        Finding relabelled = first(whole.lines(lines -> relabelled(without(lines, 17))), Kind.EVENT_MISSING);
        assertThat(relabelled.eventId()).isEqualTo(id(17));
    }

    @Test
    void events_left_out_in_a_row_are_one_finding() {
        Finding first = first(
                whole.lines(lines -> {
                    lines.subList(20, 31).clear();
                    return lines;
                }),
                Kind.EVENT_MISSING);
        assertThat(first.eventId()).isEqualTo(id(20));
        assertThat(first.count()).isEqualTo(11);
    }

    @Test
    void events_that_changed_places_are_named() {
        Finding first = first(
                whole.lines(lines -> {
                    Collections.swap(lines, 5, 9);
                    return lines;
                }),
                Kind.EVENTS_SWAPPED);
        assertThat(first.index()).isEqualTo(5);
        assertThat(first.eventId()).isEqualTo(id(5));
        assertThat(first.actual()).contains(id(9).toString());
    }

    @Test
    void an_event_slipped_in_is_named() {
        EventLeaf stranger = new Office(99, 1).events.getFirst();
        Finding first = first(
                whole.lines(lines -> {
                    lines.add(30, line(30, stranger.eventId(), stranger.preimage()));
                    return lines;
                }),
                Kind.EVENT_INSERTED);
        assertThat(first.eventId()).isEqualTo(stranger.eventId());
        assertThat(first.index()).isEqualTo(30);
    }

    @Test
    void a_tail_that_was_cut_is_named() {
        Finding first = first(whole.lines(lines -> new ArrayList<>(lines.subList(0, 55))), Kind.TAIL_CUT);
        assertThat(first.eventId()).isEqualTo(id(55));
        assertThat(first.index()).isEqualTo(55);
        assertThat(first.count()).isEqualTo(5);
        byte[] leaves = java.util.Arrays.copyOf(whole.file("leaves"), 55 * BundleLeaf.BYTES);
        Finding both = first(
                whole.with("leaves", leaves).lines(lines -> new ArrayList<>(lines.subList(0, 55))), Kind.TAIL_CUT);
        assertThat(both.index()).isEqualTo(55);
    }

    @Test
    void a_tail_cut_by_whoever_has_the_tree_is_seen_by_what_the_bundle_says() {
        List<Integer> theirs = theirs();
        BundleTerms terms = BundleTerms.parse(adas.file("bundle.json"));
        Bundle cut = office.written(terms, theirs.subList(0, theirs.size() - 2), null, null);
        Finding first = first(cut, Kind.TAIL_CUT);
        assertThat(first.expected()).contains("event " + theirs.size());
    }

    @Test
    void of_one_person_a_gap_in_their_numbers_shows_what_even_the_tree_does_not() {
        List<Integer> theirs = new ArrayList<>(theirs());
        theirs.remove(3);
        Finding first = first(office.bundle("person-ada", null, null, theirs, null, null), Kind.EVENT_MISSING);
        assertThat(first.expected()).contains("their event 4");
        theirs.removeFirst();
        assertThat(office.bundle("person-ada", null, null, theirs, null, null)
                        .verify()
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void somebody_elses_event_is_refused() {
        List<Integer> theirs = new ArrayList<>(theirs());
        int other = Office.all(0, 60).stream()
                .filter(i -> !theirs().contains(i) && i > theirs().get(2))
                .findFirst()
                .orElseThrow();
        theirs.add(other);
        Collections.sort(theirs);
        Finding first = first(office.bundle("person-ada", null, null, theirs, null, null), Kind.FOREIGN_EVENT);
        assertThat(first.eventId()).isEqualTo(id(other));
    }

    @Test
    void a_leaf_that_was_changed_is_told_from_an_event_that_was() {
        Finding first = first(whole.withBit("leaves", (13 * BundleLeaf.BYTES + 30) * 8), Kind.LEAF_CHANGED);
        assertThat(first.eventId()).isEqualTo(id(13));
        assertThat(first.index()).isEqualTo(13);
    }

    @Test
    void an_event_changed_together_with_its_leaf_makes_another_root() {
        Office forged = new Office(11, 60);
        EventLeaf old = forged.events.get(40);
        forged.events.set(40, edited(old, "{\"seconds\":1}"));
        Bundle bundle = forged.of(null, null)
                .with("checkpoint", whole.file("checkpoint"))
                .with("keys.txt", whole.file("keys.txt"));
        assertThat(kinds(bundle.verify())).contains(Kind.ROOT_DIFFERS);
    }

    static EventLeaf edited(EventLeaf old, String payload) {
        return new EventLeaf(
                old.position(),
                old.eventId(),
                old.stream(),
                old.streamType(),
                old.seq(),
                old.type(),
                old.revision(),
                old.recordedAtMicros(),
                payload.getBytes(UTF_8),
                old.metadata(),
                old.salt(),
                old.person(),
                old.personSeq());
    }

    private List<Integer> theirs() {
        return Office.all(0, 60).stream()
                .filter(i -> "person-ada".equals(office.events.get(i).person()))
                .toList();
    }

    private static Finding first(Bundle bundle, Kind kind) {
        Verdict verdict = bundle.verify();
        assertThat(verdict.exitCode()).isEqualTo(2);
        assertThat(verdict.result()).isEqualTo("tampered");
        Finding first = verdict.findings().getFirst();
        assertThat(first.kind()).as(verdict.findings().toString()).isEqualTo(kind);
        return first;
    }

    static List<Kind> kinds(Verdict verdict) {
        return verdict.findings().stream().map(Finding::kind).toList();
    }

    private UUID id(int index) {
        return office.events.get(index).eventId();
    }

    private String line(int index, byte[] preimage) {
        return line(index, id(index), preimage);
    }

    private static String line(int index, UUID id, byte[] preimage) {
        return "{\"id\":\"" + id + "\",\"index\":" + index + ",\"preimage\":\""
                + Base64.getEncoder().encodeToString(preimage) + "\"}";
    }

    private static List<String> set(List<String> lines, int at, String line) {
        lines.set(at, line);
        return lines;
    }

    private static List<String> without(List<String> lines, int at) {
        lines.remove(at);
        return lines;
    }

    private static List<String> relabelled(List<String> lines) {
        List<String> fresh = new ArrayList<>();
        for (String line : lines) fresh.add(line.replaceFirst("\"index\":\\d+", "\"index\":" + fresh.size()));
        return fresh;
    }
}
