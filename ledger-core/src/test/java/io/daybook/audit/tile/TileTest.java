package io.daybook.audit.tile;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.audit.Frontier;
import io.daybook.audit.InclusionProof;
import io.daybook.audit.Malformed;
import io.daybook.audit.TreeHash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the examples in the text of C2SP tlog-tiles. */
class TileTest {
    @Test
    void an_index_is_written_in_groups_of_three_digits() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
        assertThat(new Tile(0, 1_000, 1).path()).isEqualTo("tile/0/x001/000.p/1");
        assertThat(new Tile(0, 12, 256).idsPath()).isEqualTo("ids/012");
    }

    @Test
    void a_tree_of_seventy_thousand_leaves_has_the_tiles_of_the_example() {
        List<Tile> tiles = Tile.added(0, 70_000);
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && !tile.isPartial()))
                .hasSize(273);
        assertThat(tiles).contains(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
    }

    @Test
    void a_tree_of_a_whole_tile_has_a_partial_one_above() {
        assertThat(Tile.added(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.added(255, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.added(256, 257)).containsExactly(new Tile(0, 1, 1));
        assertThat(Tile.added(7, 7)).isEmpty();
    }

    @Test
    void a_tree_that_grows_publishes_every_tile_that_its_sizes_need() {
        List<Long> sizes = List.of(0L, 1L, 255L, 256L, 300L, 511L, 512L, 65_535L, 65_536L, 65_537L, 70_000L);
        for (int i = 1; i < sizes.size(); i++) {
            long size = sizes.get(i);
            List<Tile> published = new ArrayList<>();
            for (int step = 1; step <= i; step++) published.addAll(Tile.added(sizes.get(step - 1), sizes.get(step)));
            assertThat(published).containsAll(Tile.added(0, size));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/000",
                "tile/0/x001/x234/067",
                "tile/63/000.p/255",
                "tile/7/x999/x999/x999/x999/x999/999.p/1"
            })
    void a_path_is_read_as_it_is_written(String path) {
        assertThat(Tile.parse(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/x000/000",
                "tile/0/x01/000",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/001/000",
                "tile/0/x001",
                "tile/0/../000",
                "tile/entries/000",
                "tile/0/x001/x001/x001/x001/x001/x001/000",
                "tile/0/000/",
                "/tile/0/000",
                ""
            })
    void no_other_path_is_a_tile(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_tree_has_no_tile_beyond_its_edge() {
        assertThatThrownBy(() -> Tile.in(256, 0, 1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Tile.in(256, 9, 0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Tile.in(256, 0, Long.MAX_VALUE)).isInstanceOf(Malformed.class);
    }

    @Test
    void a_tree_read_from_its_tiles_has_the_root_and_the_proofs_of_its_leaves() {
        int size = 66_000;
        Frontier tree = Frontier.empty();
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            leaves.add(TreeHash.ofLeaf(ByteBuffer.allocate(8).putLong(i).array()));
            tree.add(leaves.getLast());
        }
        Map<Tile, byte[]> written = tiles(leaves);
        TileTree read = new TileTree(size, tile -> requireNonNull(written.get(tile)));
        assertThat(read.root(size)).isEqualTo(tree.root());
        for (int index : List.of(0, 255, 256, 65_535, 65_536, 65_999))
            assertThat(InclusionProof.of(read, index, size).shows(leaves.get(index), tree.root()))
                    .isTrue();
        assertThatThrownBy(() -> new TileTree(size, tile -> new byte[32]).root(size))
                .isInstanceOf(Malformed.class);
    }

    private static Map<Tile, byte[]> tiles(List<TreeHash> leaves) {
        List<List<TreeHash>> levels = List.of(leaves, above(leaves), above(above(leaves)));
        return Tile.added(0, leaves.size()).stream().collect(toMap(Function.identity(), tile -> {
            int from = (int) tile.index() * Tile.WHOLE;
            ByteBuffer bytes = ByteBuffer.allocate(tile.width() * TreeHash.BYTES);
            levels.get(tile.level()).subList(from, from + tile.width()).forEach(hash -> bytes.put(hash.bytes()));
            return bytes.array();
        }));
    }

    private static List<TreeHash> above(List<TreeHash> hashes) {
        List<TreeHash> above = new ArrayList<>();
        for (int from = 0; from + Tile.WHOLE <= hashes.size(); from += Tile.WHOLE) {
            Frontier tile = Frontier.empty();
            hashes.subList(from, from + Tile.WHOLE).forEach(tile::add);
            above.add(tile.root());
        }
        return above;
    }
}
