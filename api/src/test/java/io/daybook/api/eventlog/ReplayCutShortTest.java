package io.daybook.api.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A replay that ends early leaves what is read as it was. */
class ReplayCutShortTest extends TallyViews {
    @Test
    void one_that_breaks_off_has_changed_nothing_and_the_next_begins_anew() throws Exception {
        count("tally-1", 10, "a");
        Projector projector = begun();
        assertThatThrownBy(() -> replay(projector, false, position -> {
                    throw new IllegalStateException("the power is cut");
                }))
                .hasMessage("the power is cut");
        assertThat(totals()).isEqualTo(Map.of("tally-1", 10));
        database.viewsBeside(List.of(TOTAL)).make("left behind");
        assertThat(replay(projector, false).switched()).isTrue();
    }

    @Test
    void a_replay_whose_schema_another_has_taken_stops() throws Exception {
        for (int i = 0; i < 20; i++) count("tally-" + i, 1, "c" + i);
        Projector projector = begun();
        assertThatThrownBy(() -> replay(projector, false, position -> makeAnother()))
                .hasMessageContaining("another replay has begun");
        assertThat(totals()).hasSize(20);
        assertThat(schemas()).as("the other's stays").containsExactlyInAnyOrder("view", "view_beside");
    }

    @Test
    void views_that_were_migrated_meanwhile_are_not_replaced() throws Exception {
        count("tally-1", 1, "a");
        Projector projector = begun();
        assertThatThrownBy(() -> replay(projector, false, position -> migrated()))
                .hasMessageContaining("migrated while they were rebuilt");
        assertThat(totals()).isEqualTo(Map.of("tally-1", 1));
    }

    private void makeAnother() {
        try {
            database.viewsBeside(List.of(TOTAL)).make("another");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void migrated() {
        try {
            execute(
                    "INSERT INTO view.flyway_schema_history SELECT installed_rank + 1000, '999', description, type, script,"
                            + " checksum, installed_by, installed_on, execution_time, success"
                            + " FROM view.flyway_schema_history WHERE version IS NOT NULL LIMIT 1 ON CONFLICT DO NOTHING");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
