package io.daybook.api.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.evidence.TreeCheck;
import io.daybook.audit.EventLeaf;
import io.daybook.audit.bundle.Finding;
import io.daybook.audit.bundle.Finding.Kind;
import io.daybook.audit.note.Checkpoint;
import io.daybook.audit.note.Note;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the database and may do everything there, against what lies outside of it. The number of a repetition is its seed. */
class TamperingTest {
    private static final int EVENTS = 300;
    private static final int ROUNDS = 12;
    private static final List<String> TABLES = List.of("event_log", "log_leaf", "log_node", "log_checkpoint");

    @TempDir
    private static Path folder;

    private static Stage stage;
    private static List<EventLeaf> events;
    private static TreeCheck check;
    private static String checkpoint;

    private int at;
    private Random random = new Random(0);

    @BeforeAll
    static void start() throws Exception {
        stage = new Stage(folder);
        stage.append(EVENTS);
        // As rolled-back transactions leave them: numbers that were drawn and not used, where an event can be put in
        // between.
        stage.forge("ALTER TABLE daybook.event_log ALTER position DROP IDENTITY;"
                + "UPDATE daybook.event_log SET position = 100000 + position * 2");
        stage.seal();
        events = new EventLeafTable(stage.database.application()).after(0, EVENTS);
        check = new TreeCheck(stage.database.application(), stage.anchors, stage.keys);
        checkpoint = Files.readString(stage.anchors.resolve("checkpoint"));
        for (String table : TABLES)
            stage.owner("CREATE TABLE public.kept_%1$s AS SELECT * FROM daybook.%1$s".formatted(table));
        stage.owner("CREATE TABLE public.kept_anchored AS SELECT * FROM daybook.log_anchored");
        assertThat(check.findings()).isEmpty();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @AfterEach
    void undo() throws Exception {
        StringBuilder sql = new StringBuilder("DELETE FROM daybook.log_anchored;");
        for (String table : TABLES.reversed())
            sql.append("DELETE FROM daybook.").append(table).append(";");
        for (String table : TABLES)
            sql.append("INSERT INTO daybook.%1$s OVERRIDING SYSTEM VALUE SELECT * FROM public.kept_%1$s;"
                    .formatted(table));
        sql.append("INSERT INTO daybook.log_anchored SELECT * FROM public.kept_anchored");
        stage.forge(sql.toString());
        Files.writeString(stage.anchors.resolve("checkpoint"), checkpoint);
        assertThat(check.findings()).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void every_column_of_a_row_is_watched(RepetitionInfo round) throws SQLException {
        begin(round);
        for (String change : List.of(
                "payload = set_byte(payload, octet_length(payload) - 1, 65)",
                "metadata = convert_to('{} ', 'UTF8')",
                "salt = decode(md5('x'), 'hex')",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "type = type || 'x'",
                "stream = stream || 'x'",
                "stream_type = 'x'",
                "seq = seq + 5000",
                "revision = 2",
                "person = 'person-9', person_seq = 77",
                "event_id = gen_random_uuid()")) {
            forge("UPDATE daybook.event_log SET " + change + " WHERE position = " + position());
            assertNamed(change, Kind.EVENT_CHANGED);
            forge("DELETE FROM daybook.event_log WHERE position = " + position()
                    + "; INSERT INTO daybook.event_log OVERRIDING SYSTEM VALUE SELECT * FROM public.kept_event_log WHERE position = "
                    + position());
        }
    }

    @RepeatedTest(ROUNDS)
    void a_deleted_event_a_range_and_the_tail_are_named(RepetitionInfo round) throws SQLException {
        begin(round);
        int last = round.getCurrentRepetition() % 3 == 0 ? EVENTS - 1 : Math.min(EVENTS - 1, at + random.nextInt(20));
        forge("DELETE FROM daybook.event_log WHERE position BETWEEN " + position() + " AND "
                + events.get(last).position());
        assertNamed("to " + last, Kind.EVENT_MISSING);
        assertThat(check.findings().getFirst().count()).isEqualTo(last - at + 1L);
    }

    @RepeatedTest(ROUNDS)
    void an_event_deleted_with_its_leaf_is_named_by_what_lies_outside(RepetitionInfo round) throws SQLException {
        begin(round);
        forge("DELETE FROM daybook.event_log WHERE position = " + position()
                + "; DELETE FROM daybook.log_leaf WHERE leaf_index = " + at
                + "; UPDATE daybook.log_leaf SET leaf_index = leaf_index + 100000 WHERE leaf_index > " + at
                + "; UPDATE daybook.log_leaf SET leaf_index = leaf_index - 100001 WHERE leaf_index > 100000");
        assertNamed("event and leaf", Kind.EVENT_MISSING);
    }

    @RepeatedTest(ROUNDS)
    void swapped_events_are_named(RepetitionInfo round) throws SQLException {
        begin(round);
        at = Math.min(at, EVENTS - 2);
        long other = events.get(at + 1).position();
        forge("UPDATE daybook.event_log SET position = -1 WHERE position = " + position()
                + "; UPDATE daybook.event_log SET position = " + position() + " WHERE position = " + other
                + "; UPDATE daybook.event_log SET position = " + other + " WHERE position = -1");
        assertNamed("swap", Kind.EVENTS_SWAPPED);
    }

    @RepeatedTest(ROUNDS)
    void a_back_dated_event_is_named(RepetitionInfo round) throws SQLException {
        begin(round);
        forge("""
                INSERT INTO daybook.event_log OVERRIDING SYSTEM VALUE
                SELECT %d - 1, 'ffffffff-0000-4000-8000-%012d'::uuid, stream, stream_type, 900000, type, revision, recorded_at, payload,
                       metadata, salt, NULL, NULL
                  FROM public.kept_event_log WHERE position = %d
                """.formatted(position(), at, position()));
        Finding first = check.findings().getFirst();
        assertThat(first.kind()).isEqualTo(Kind.EVENT_INSERTED);
        assertThat(first.eventId()).hasToString("ffffffff-0000-4000-8000-%012d".formatted(at));
        assertThat(first.index()).isEqualTo(at);
        assertThat(first.position()).isEqualTo(position() - 1);
    }

    @RepeatedTest(ROUNDS)
    void an_edit_with_the_matching_leaf_is_named_by_what_lies_outside(RepetitionInfo round) throws SQLException {
        begin(round);
        editWithLeaf();
        assertNamed("event and leaf", Kind.EVENT_CHANGED);
        assertThat(kinds()).contains(Kind.LEAF_CHANGED, Kind.ROOT_DIFFERS);
    }

    @RepeatedTest(ROUNDS)
    void a_tree_rebuilt_and_signed_with_another_key_is_a_fork(RepetitionInfo round) throws SQLException {
        begin(round);
        editWithLeaf();
        Checkpoint old = Checkpoint.unverified(Note.parse(checkpoint));
        NoteSigner thief = NoteSigner.generate(old.origin());
        Checkpoint forged = new Checkpoint(
                old.origin(),
                EVENTS,
                new TreeTable(stage.database.owner()).tree(EVENTS).root(EVENTS));
        forge("UPDATE daybook.log_checkpoint SET note = '" + forged.signed(List.of(thief)) + "', root = decode('"
                + HexFormat.of().formatHex(forged.root().bytes()) + "', 'hex')");
        assertNamed("fork", Kind.EVENT_CHANGED);
        assertThat(kinds()).contains(Kind.FORK);
        NoteKey key = thief.key();
        assertThat(check.findings())
                .anyMatch(found -> found.actual() != null && found.actual().contains(key.idInHex()));
    }

    @RepeatedTest(ROUNDS)
    void a_database_that_was_put_back_names_the_first_event_that_it_lost(RepetitionInfo round) throws Exception {
        begin(round);
        NoteSigner own = new SigningKeys(stage.keys)
                .of(stage.verified().origin(), stage.checkpoints().keys())
                .getFirst();
        Checkpoint then = new Checkpoint(
                own.key().name(),
                at,
                new TreeTable(stage.database.owner()).tree(EVENTS).root(at));
        forge("DELETE FROM daybook.event_log WHERE position >= " + position()
                + "; DELETE FROM daybook.log_leaf WHERE leaf_index >= " + at
                + "; UPDATE daybook.log_checkpoint SET size = " + at + ", position = " + (position() - 1) + ", note = '"
                + then.signed(List.of(own)) + "'");
        assertNamed("put back", Kind.LOG_BEHIND_ANCHOR);
        assertThat(kinds()).containsExactly(Kind.LOG_BEHIND_ANCHOR);
    }

    @Test
    void an_anchor_that_was_cut_is_noticed() throws Exception {
        Files.delete(stage.anchors.resolve("checkpoint"));
        assertThat(kinds()).containsExactly(Kind.ANCHOR_TRUNCATED);
        Files.writeString(stage.anchors.resolve("checkpoint"), checkpoint);
        Path tile = stage.anchors.resolve("tile/0/000");
        byte[] bytes = Files.readAllBytes(tile);
        Files.delete(tile);
        assertThat(kinds()).containsExactly(Kind.ANCHOR_TRUNCATED);
        bytes[77] ^= 1;
        Files.write(tile, bytes);
        assertThat(kinds()).containsExactly(Kind.ANCHOR_CHANGED);
        bytes[77] ^= 1;
        Files.write(tile, bytes);
    }

    @Test
    void vacuum_and_a_rewritten_table_raise_no_alarm() throws SQLException {
        for (String sql : List.of(
                "VACUUM FULL daybook.event_log",
                "VACUUM ANALYZE daybook.log_leaf",
                "CLUSTER daybook.event_log USING event_log_stream_seq",
                "REINDEX TABLE daybook.log_leaf")) {
            stage.owner(sql);
            assertThat(check.findings()).as(sql).isEmpty();
        }
    }

    private void begin(RepetitionInfo round) {
        random = new Random(round.getCurrentRepetition());
        at = random.nextInt(EVENTS);
    }

    private long position() {
        return events.get(at).position();
    }

    private static void forge(String sql) throws SQLException {
        stage.forge(sql);
    }

    private void editWithLeaf() throws SQLException {
        forge("UPDATE daybook.event_log SET payload = convert_to('{}', 'UTF8') WHERE position = " + position());
        EventLeaf edited = new EventLeafTable(stage.database.owner())
                .after(position() - 1, 1)
                .getFirst();
        forge("UPDATE daybook.log_leaf SET hash = decode('"
                + HexFormat.of().formatHex(edited.hash().bytes()) + "', 'hex') WHERE leaf_index = " + at);
    }

    private void assertNamed(String what, Kind kind) {
        Finding first = check.findings().getFirst();
        assertThat(first.kind()).as(what + first).isEqualTo(kind);
        assertThat(first.index()).as(what).isEqualTo(at);
        assertThat(first.eventId()).as(what).isEqualTo(events.get(at).eventId());
    }

    private static List<Kind> kinds() {
        return check.findings().stream().map(Finding::kind).toList();
    }
}
