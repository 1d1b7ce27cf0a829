package io.daybook.audit.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.bundle.Office;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.NoteSigner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The number of a repetition is its seed. */
class LogCheckTest {
    private static final int ROUNDS = 25;
    private static final Office OFFICE = new Office(61, 600);

    private final Copy log = new Copy(OFFICE);
    private Random random = new Random(0);
    private int at;

    @Test
    void a_log_of_any_size_that_nobody_touched_raises_no_alarm() {
        for (int size : new int[] {0, 1, 2, 255, 256, 257, 511, 512, 513, 600})
            assertThat(new Copy(new Office(size, size)).check()).isEmpty();
    }

    @Test
    void what_was_added_since_the_last_anchor_raises_no_alarm() {
        Office office = new Office(3, 300);
        Copy copy = new Copy(office);
        String before = copy.confirmed;
        copy.rows.add(office.add("TimeEntryRecorded", new byte[] {1}, null));
        copy.reseal(office.signer);
        copy.confirmed = before;
        assertThat(copy.check()).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void every_way_to_tamper_with_a_row_names_it(RepetitionInfo round) {
        begin(round);
        edit(edited(row(), flipped(row().payload(), random), 0, 0, 0));
        assertNamed(Kind.EVENT_CHANGED);
        edit(edited(OFFICE.events.get(at), OFFICE.events.get(at).payload(), 1 + random.nextInt(99), 0, 0));
        assertNamed(Kind.EVENT_CHANGED);
        edit(edited(OFFICE.events.get(at), OFFICE.events.get(at).payload(), 0, 1, 0));
        assertNamed(Kind.EVENT_CHANGED);
        edit(edited(OFFICE.events.get(at), OFFICE.events.get(at).payload(), 0, 0, 1));
        assertNamed(Kind.EVENT_CHANGED);
    }

    @RepeatedTest(ROUNDS)
    void an_event_that_was_deleted_is_named_by_index_and_id(RepetitionInfo round) {
        begin(round);
        log.rows.remove(at);
        assertNamed(Kind.EVENT_MISSING);
    }

    @RepeatedTest(ROUNDS)
    void a_range_that_was_deleted_is_one_finding(RepetitionInfo round) {
        begin(round);
        int count = 1 + random.nextInt(600 - at);
        log.rows.subList(at, at + count).clear();
        assertNamed(Kind.EVENT_MISSING);
        assertThat(log.check().getFirst().count()).isEqualTo(count);
    }

    @RepeatedTest(ROUNDS)
    void an_event_deleted_with_its_leaf_and_the_rest_moved_up_is_named_from_outside(RepetitionInfo round) {
        begin(round);
        log.rows.remove(at);
        String signed = log.signed;
        log.reseal(OFFICE.signer);
        log.signed = signed;
        log.confirmed = signed;
        assertNamed(Kind.EVENT_MISSING);
    }

    @RepeatedTest(ROUNDS)
    void events_that_changed_places_are_named(RepetitionInfo round) {
        begin(round);
        at = random.nextInt(590);
        int other = at + 1 + random.nextInt(9);
        EventLeaf first = log.rows.get(at);
        EventLeaf second = log.rows.get(other);
        log.rows.set(at, moved(second, first.position()));
        log.rows.set(other, moved(first, second.position()));
        assertNamed(Kind.EVENTS_SWAPPED);
        log.rows.set(at, edited(first, second.payload(), 0, 0, 0));
        log.rows.set(other, edited(second, first.payload(), 0, 0, 0));
        if (!Arrays.equals(first.payload(), second.payload())) assertNamed(Kind.EVENT_CHANGED);
    }

    @RepeatedTest(ROUNDS)
    void an_event_inserted_among_old_ones_is_named(RepetitionInfo round) {
        begin(round);
        long position = log.rows.get(at).position() - 1;
        if (at == 0 || log.rows.get(at - 1).position() == position) return;
        EventLeaf forged = moved(new Office(round.getCurrentRepetition(), 1).events.getFirst(), position);
        log.rows.add(forged);
        Finding first = log.check().getFirst();
        assertThat(first.kind()).isEqualTo(Kind.EVENT_INSERTED);
        assertThat(first.eventId()).isEqualTo(forged.eventId());
        assertThat(first.position()).isEqualTo(position);
        assertThat(first.index()).isEqualTo(at);
    }

    @RepeatedTest(ROUNDS)
    void an_edit_with_the_matching_leaf_rewritten_is_named_from_outside(RepetitionInfo round) {
        begin(round);
        editWithLeaf();
        assertNamed(Kind.EVENT_CHANGED);
        assertThat(kinds()).contains(Kind.LEAF_CHANGED, Kind.ROOT_DIFFERS);
    }

    @RepeatedTest(ROUNDS)
    void without_anything_outside_such_an_edit_makes_another_root(RepetitionInfo round) {
        begin(round);
        editWithLeaf();
        log.outside = null;
        log.confirmed = null;
        assertThat(kinds()).containsExactly(Kind.ROOT_DIFFERS);
    }

    @RepeatedTest(ROUNDS)
    void a_leaf_that_was_altered_is_told_from_its_event(RepetitionInfo round) {
        begin(round);
        KeptLog.Leaf old = log.leaves.get(at);
        log.leaves.set(
                at,
                new KeptLog.Leaf(
                        at,
                        old.position(),
                        old.eventId(),
                        log.leaves.get(599 - at).hash()));
        assertNamed(Kind.LEAF_CHANGED);
        log.outside = null;
        log.confirmed = null;
        assertNamed(Kind.LEAF_CHANGED);
    }

    @RepeatedTest(ROUNDS)
    void a_tree_rebuilt_and_signed_with_another_key_is_a_fork_and_its_event_is_named(RepetitionInfo round) {
        begin(round);
        edit(edited(row(), flipped(row().payload(), random), 0, 0, 0));
        NoteSigner thief = NoteSigner.generate("log.example/office");
        log.reseal(thief);
        assertNamed(Kind.EVENT_CHANGED);
        assertThat(kinds()).contains(Kind.FORK);
        log.anchor();
        assertThat(kinds()).as("outside, too").containsOnly(Kind.FORK);
    }

    @RepeatedTest(ROUNDS)
    void a_database_that_was_put_back_is_behind_and_the_first_event_that_it_lost_is_named(RepetitionInfo round) {
        begin(round);
        log.rows.subList(at, 600).clear();
        log.reseal(OFFICE.signer);
        List<Finding> found = log.check();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOG_BEHIND_ANCHOR);
            assertThat(finding.index()).isEqualTo(at);
            assertThat(finding.eventId()).isEqualTo(OFFICE.events.get(at).eventId());
            assertThat(finding.count()).isEqualTo(600 - at);
        });
    }

    @RepeatedTest(ROUNDS)
    void a_database_that_was_put_back_and_went_on_otherwise_is_named(RepetitionInfo round) {
        begin(round);
        Office other = new Office(61, 600);
        while (other.events.size() > at) other.events.removeLast();
        for (int i = 0; i < 650 - at; i++) other.add("TimeEntryRecorded", new byte[] {(byte) i}, null);
        log.rows.clear();
        log.rows.addAll(other.events);
        log.reseal(OFFICE.signer);
        Finding first = log.check().getFirst();
        assertThat(first.index()).isEqualTo(at);
    }

    @RepeatedTest(ROUNDS)
    void an_anchor_that_was_cut_is_noticed(RepetitionInfo round) {
        begin(round);
        Copy shorter = new Copy(new Office(61, at));
        log.outside = new Checkpoint("log.example/office", at, shorter.root(at))
                .signed(List.of(OFFICE.signer))
                .toString();
        assertThat(kinds()).contains(Kind.ANCHOR_TRUNCATED);
        log.outside = null;
        assertThat(kinds()).containsExactly(Kind.ANCHOR_TRUNCATED);
        log.anchor();
        assertThat(kinds()).isEmpty();
        List<String> paths = new ArrayList<>(log.folder.keySet().stream()
                .filter(path -> path.startsWith("tile/0"))
                .sorted()
                .toList());
        log.folder.remove(paths.get(random.nextInt(paths.size())));
        assertThat(kinds()).containsExactly(Kind.ANCHOR_TRUNCATED);
    }

    @RepeatedTest(ROUNDS)
    void a_tile_that_was_altered_outside_accuses_no_event(RepetitionInfo round) {
        begin(round);
        Objects.requireNonNull(log.folder.get("tile/0/000"))[random.nextInt(8192)] ^= 1;
        assertThat(kinds()).containsExactly(Kind.ANCHOR_CHANGED);
    }

    private void begin(RepetitionInfo round) {
        random = new Random(round.getCurrentRepetition());
        at = random.nextInt(600);
    }

    private EventLeaf row() {
        return log.rows.get(at);
    }

    private void edit(EventLeaf row) {
        log.rows.set(at, row);
    }

    private void editWithLeaf() {
        edit(edited(row(), "{\"seconds\":1}".getBytes(UTF_8), 0, 0, 0));
        log.leaves.set(at, new KeptLog.Leaf(at, row().position(), row().eventId(), row().hash()));
    }

    private void assertNamed(Kind kind) {
        Finding first = log.check().getFirst();
        assertThat(first.kind()).isEqualTo(kind);
        assertThat(first.eventId()).isEqualTo(OFFICE.events.get(at).eventId());
        assertThat(first.index()).isEqualTo(at);
    }

    private List<Kind> kinds() {
        return log.check().stream().map(Finding::kind).toList();
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static EventLeaf edited(EventLeaf old, byte[] payload, long later, long seq, int type) {
        return new EventLeaf(
                old.position(),
                old.eventId(),
                old.stream(),
                old.streamType(),
                old.seq() + seq,
                type == 0 ? old.type() : "TimeEntryWithdrawn",
                old.revision(),
                old.recordedAtMicros() + later,
                payload,
                old.metadata(),
                old.salt(),
                old.person(),
                old.personSeq());
    }

    private static EventLeaf moved(EventLeaf old, long position) {
        UUID id = old.eventId();
        return new EventLeaf(
                position,
                id,
                old.stream(),
                old.streamType(),
                old.seq(),
                old.type(),
                old.revision(),
                old.recordedAtMicros(),
                old.payload(),
                old.metadata(),
                old.salt(),
                old.person(),
                old.personSeq());
    }
}
