package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.eventlog.Tally.TallyEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counted once said {@code steps} for {@code by}, and before that had no total. */
class EvolutionTest extends TallyViews {
    private static final Upcaster TOTAL_ADDED = new Upcaster(
            "Counted", 1, event -> event.put("total", event.path("steps").asInt()));
    private static final Upcaster STEPS_RENAMED =
            new Upcaster("Counted", 2, event -> event.set("by", event.remove("steps")));

    @Test
    void every_revision_is_read_in_todays_form_by_rules_and_views_and_todays_is_written() throws Exception {
        count("tally-1", 3, "a");
        rewrite(1, "{\"tally\": \"tally-1\", \"steps\": 1, \"occurredAt\": \"2026-01-01T00:00:00Z\"}", 1);
        rewrite(2, "{\"tally\": \"tally-1\", \"steps\": 1, \"total\": 2, \"occurredAt\": \"2026-01-01T00:00:00Z\"}", 2);
        rewrite(3, "{\"tally\": \"tally-1\", \"by\": 1, \"total\": 3, \"occurredAt\": \"2026-01-01T00:00:00Z\"}", 3);
        reopen(types(TOTAL_ADDED, STEPS_RENAMED));
        count("tally-1", 97, "b");
        count("tally-1", 1, "beyond the limit of 100, if the old ones are counted");
        drain(projector(MODEL));
        assertThat(totals()).isEqualTo(Map.of("tally-1", 100));
        assertThat(revisionAt(1)).isEqualTo(1);
        assertThat(revisionAt(4)).isEqualTo(3);
    }

    @Test
    void code_that_does_not_know_a_newer_revision_stops_at_its_position_and_goes_on_where_newer_code_runs()
            throws Exception {
        count("tally-1", 1, "a");
        count("tally-2", 1, "b");
        rewrite(2, "{\"tally\": \"tally-2\", \"by\": 1, \"total\": 1, \"occurredAt\": \"2026-01-01T00:00:00Z\"}", 2);
        Projector old = projector(MODEL);
        assertThatThrownBy(() -> drain(old))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("position 2")
                .hasMessageContaining("revision 2");
        assertThat(new DeadLetters(database.application(), log.reader(), old).count())
                .as("not parked: it is the code that is old")
                .isZero();
        reopen(types(new Upcaster("Counted", 1, event -> event)));
        drain(projector(MODEL));
        assertThat(totals()).isEqualTo(Map.of("tally-1", 1, "tally-2", 1));
    }

    @Test
    void a_field_that_nobody_knows_stops_too() throws Exception {
        count("tally-1", 1, "a");
        rewrite(1, "{\"tally\": \"tally-1\", \"by\": 1, \"total\": 1, \"why\": 1}", 1);
        assertThatThrownBy(() -> drain(projector(MODEL)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("position 1");
    }

    @Test
    void revisions_leave_none_out() {
        assertThatThrownBy(() -> types(STEPS_RENAMED)).hasMessageContaining("from 1");
        assertThatThrownBy(() -> types(TOTAL_ADDED, TOTAL_ADDED)).hasMessageContaining("from 2");
        assertThatThrownBy(() -> types(new Upcaster("Lost", 1, event -> event))).hasMessageContaining("Lost");
    }

    private static EventTypes types(Upcaster... upcasters) {
        return EventTypes.of(List.of(TallyEvent.class)).upcastBy(List.of(upcasters));
    }

    /** As another program: it has nothing in memory. */
    private void reopen(EventTypes types) throws InterruptedException {
        log.close();
        log = EventLog.open(database.application(), InstantSource.system(), List.of(Tally.FEATURE), types);
    }

    /** As older code had written it; past the trigger that keeps everybody from doing so. */
    private void rewrite(long position, String json, int revision) throws SQLException {
        database.forge("UPDATE daybook.event_log SET revision = " + revision + ", payload = convert_to('" + json
                + "', 'UTF8') WHERE position = " + position);
    }

    private int revisionAt(long position) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT revision FROM daybook.event_log WHERE position = " + position)) {
            row.next();
            return row.getInt(1);
        }
    }
}
