package io.daybook.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.audit.ConsistencyProof;
import io.daybook.audit.note.Checkpoint;
import io.daybook.payout.engine.SealedLog.Anchored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void an_empty_log_is_sealed_too_so_that_its_first_event_continues_it() throws IOException, SQLException {
        stage.seal();
        assertThat(stage.verified().size()).isZero();
        assertThat(stage.checkpoints().newest()).map(Anchored::position).contains(0L);
        stage.append(1);
        stage.seal();
        assertThat(stage.verified().size()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 700, 66_000})
    void a_stranger_computes_the_same_root_from_the_rows_and_from_the_tiles(int events) throws Exception {
        stage.append(events);
        stage.seal();
        Stranger stranger = Stranger.with(stage.checkpoints().keys().getFirst().toString(), stage.anchors);
        assertThat(stranger.size()).isEqualTo(events);
        assertThat(stranger.rootOfTheRows(stage.database.owner())).isEqualTo(stranger.root());
        assertThat(stranger.rootOfTheTiles()).isEqualTo(stranger.root());
        assertThat(stranger.idsAreThoseOf(stage.database.owner())).isTrue();
    }

    @Test
    void a_node_that_goes_on_continues_what_another_began() throws IOException, SQLException {
        stage.append(300);
        stage.seal();
        Checkpoint before = stage.verified();
        stage.append(400);
        stage.seal();
        Checkpoint after = stage.verified();
        assertThat(after.size()).isEqualTo(700);
        TreeTable tree = new TreeTable(stage.database.application());
        assertThat(ConsistencyProof.of(tree.tree(700), 300, 700).shows(before.root(), after.root()))
                .isTrue();
        assertThat(Files.exists(stage.anchors.resolve("tile/0/001.p"))).isFalse();
    }

    @Test
    void of_two_nodes_one_seals_and_the_other_waits_for_it_to_let_go() throws IOException, SQLException {
        Sealer first = stage.node();
        Sealer second = stage.node();
        Stage.run(first);
        stage.append(3);
        Stage.run(second);
        assertThat(stage.verified().size()).isZero();
        first.letGo();
        stage.seal();
        assertThat(stage.verified().size()).isEqualTo(3);
    }

    @Test
    void a_lease_from_before_the_clock_was_set_back_keeps_nobody_waiting() throws IOException, SQLException {
        stage.append(1);
        stage.seal();
        stage.owner(
                "UPDATE daybook.seal_lease SET held_until = clock_timestamp() + interval '2 hours', owner = 'gone'");
        stage.append(1);
        stage.seal();
        assertThat(stage.verified().size()).isEqualTo(2);
    }

    @Test
    void a_log_that_runs_ahead_is_laid_down_in_between() throws IOException, SQLException {
        stage.append(12_000);
        assertThat(stage.node().step()).isTrue();
        assertThat(stage.verified().size()).isBetween(1L, 11_999L);
    }

    @Test
    void a_node_that_lost_the_lease_writes_nothing_more() throws SQLException {
        stage.append(2);
        Sealer first = stage.node();
        Stage.run(first);
        stage.owner("UPDATE daybook.seal_lease SET fence = fence + 1, owner = 'another'");
        stage.append(2);
        assertThatThrownBy(() -> Stage.run(first)).hasMessageContaining("another node seals");
        assertThat(stage.count("log_leaf")).isEqualTo(2);
    }

    @Test
    void a_crash_before_the_checkpoint_was_laid_down_leaves_the_old_one_and_nothing_signed_twice() throws Exception {
        stage.append(10);
        stage.seal();
        stage.append(10);
        Path inTheWay = Files.createDirectories(stage.anchors.resolve("ids/000.p/20"));
        assertThatThrownBy(() -> stage.seal()).hasMessageContaining("anchor folder");
        assertThat(stage.verified().size()).isEqualTo(10);
        assertThat(stage.checkpoints().newest()).map(Anchored::position).contains(10L);
        assertThat(stage.anchors.resolve("tile/0/000.p/20")).exists();
        Files.delete(inTheWay);
        stage.seal();
        assertThat(stage.verified().size()).isEqualTo(20);
        assertThat(stage.count("log_checkpoint")).isEqualTo(2);
    }

    @Test
    void a_stored_leaf_that_was_altered_stops_the_sealing() throws SQLException {
        stage.append(600);
        Sealer node = stage.node();
        Stage.run(node);
        stage.forge("UPDATE daybook.log_leaf SET hash = sha256(hash) WHERE leaf_index = 599");
        stage.append(1);
        assertThatThrownBy(() -> Stage.run(node))
                .isInstanceOf(SealRefused.class)
                .hasMessageContaining("altered");
        assertThat(node.trouble()).hasValueSatisfying(why -> assertThat(why).contains("altered"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255, 256, 511, 599})
    void a_leaf_altered_while_nobody_sealed_is_found_before_anything_is_signed(int leaf) throws SQLException {
        stage.append(600);
        stage.seal();
        long signed = stage.count("log_checkpoint");
        stage.forge("UPDATE daybook.log_leaf SET hash = sha256(hash) WHERE leaf_index = " + leaf);
        stage.append(1);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class);
        assertThat(stage.count("log_checkpoint")).isEqualTo(signed);
    }

    @Test
    void a_tile_that_was_altered_in_the_database_stops_the_sealing() throws SQLException {
        stage.append(600);
        stage.seal();
        stage.forge("UPDATE daybook.log_node SET hash = sha256(hash) WHERE level = 1 AND node_index = 0");
        stage.append(1);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class);
    }

    @Test
    void a_database_put_back_behind_what_was_laid_down_is_sealed_no_more() throws IOException, SQLException {
        stage.append(300);
        stage.seal();
        stage.append(300);
        stage.seal();
        stage.putBackTo(300);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class).hasMessageContaining("put back");
        assertThat(stage.verified().size()).isEqualTo(600);
        stage.append(500);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class).hasMessageContaining("went on");
        assertThat(stage.verified().size()).isEqualTo(600);
    }

    @Test
    void a_database_put_back_under_a_running_node_is_noticed() throws SQLException {
        stage.append(300);
        Sealer node = stage.node();
        Stage.run(node);
        stage.putBackTo(200);
        stage.append(1);
        assertThatThrownBy(() -> Stage.run(node))
                .isInstanceOf(SealRefused.class)
                .hasMessageContaining("put back");
    }

    @Test
    void leaves_that_a_crash_of_the_database_lost_are_computed_again() throws IOException, SQLException {
        stage.append(300);
        stage.seal();
        stage.forge("DELETE FROM daybook.log_leaf WHERE leaf_index >= 290");
        stage.seal();
        assertThat(stage.verified().size()).isEqualTo(300);
        assertThat(stage.count("log_leaf")).isEqualTo(300);
    }

    @Test
    void an_anchor_folder_that_was_lost_is_laid_down_again() throws Exception {
        stage.append(300);
        stage.seal();
        Files.move(stage.anchors, folder.resolve("away"));
        stage.seal();
        Stranger stranger = Stranger.with(stage.checkpoints().keys().getFirst().toString(), stage.anchors);
        assertThat(stranger.rootOfTheTiles()).isEqualTo(stranger.root());
    }

    @Test
    void a_person_lets_a_log_go_on_that_lost_sealed_events_by_an_empty_anchor_folder() throws Exception {
        stage.append(300);
        stage.seal();
        stage.append(300);
        stage.seal();
        stage.putBackTo(300);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class);
        Files.move(stage.anchors, folder.resolve("kept-as-evidence"));
        stage.append(10);
        stage.seal();
        assertThat(stage.verified().size()).isEqualTo(310);
    }

    @Test
    void a_tile_that_was_altered_in_the_anchor_folder_is_not_written_over() throws IOException, SQLException {
        stage.append(3);
        stage.seal();
        Files.createDirectories(stage.anchors.resolve("tile/0/000.p"));
        Files.write(stage.anchors.resolve("tile/0/000.p/5"), new byte[160]);
        stage.append(2);
        assertThatThrownBy(() -> stage.seal()).isInstanceOf(SealRefused.class).hasMessageContaining("tile/0/000.p/5");
    }

    @Test
    void only_the_sealer_adds_to_the_tree() throws SQLException {
        try (Connection connection = stage.database.application().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {"log_leaf", "log_node", "log_checkpoint", "log_key", "log_anchored"})
                assertThatThrownBy(() -> statement.execute("INSERT INTO daybook." + table + " DEFAULT VALUES"))
                        .hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> stage.owner("DELETE FROM daybook.log_leaf")).hasMessageContaining("only added to");
    }
}
