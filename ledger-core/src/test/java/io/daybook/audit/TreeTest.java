package io.daybook.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Against the definitions themselves; the seed of each run is its number. */
class TreeTest {
    private static final int LARGEST = 200;

    @Test
    void the_empty_tree_and_the_empty_leaf_hash_as_the_rfc_says() {
        assertThat(hex(Frontier.empty().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(TreeHash.ofLeaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @RepeatedTest(60)
    void a_growing_tree_has_the_root_of_the_definition_at_every_size(RepetitionInfo run) {
        List<TreeHash> leaves = leaves(run);
        Frontier tree = Frontier.empty();
        for (int size = 0; size < leaves.size(); size++) {
            assertThat(tree.root()).isEqualTo(Naive.root(leaves.subList(0, size)));
            assertThat(Naive.nodes(leaves).root(size)).isEqualTo(tree.root());
            assertThat(Frontier.of(size, tree.roots()).root()).isEqualTo(tree.root());
            assertThat(Naive.nodes(leaves).cover(0, size)).isEqualTo(tree.roots());
            tree.add(leaves.get(size));
        }
    }

    @RepeatedTest(60)
    void each_leaf_is_shown_by_the_path_of_the_definition_and_no_other_leaf_is(RepetitionInfo run) {
        List<TreeHash> leaves = leaves(run);
        TreeHash root = Naive.root(leaves);
        for (int i = 0; i < leaves.size(); i++) {
            InclusionProof proof = InclusionProof.of(Naive.nodes(leaves), i, leaves.size());
            assertThat(proof.path()).isEqualTo(Naive.path(i, leaves));
            assertThat(proof.shows(leaves.get(i), root)).isTrue();
            assertThat(proof.shows(leaves.get((i + 1) % leaves.size()), root)).isEqualTo(leaves.size() == 1);
            assertThat(new InclusionProof(i + 1, leaves.size(), proof.path()).shows(leaves.get(i), root))
                    .isFalse();
        }
    }

    @RepeatedTest(60)
    void a_tree_continues_each_that_it_once_was_by_the_proof_of_the_definition(RepetitionInfo run) {
        List<TreeHash> leaves = leaves(run);
        TreeHash root = Naive.root(leaves);
        for (int from = 1; from <= leaves.size(); from++) {
            TreeHash older = Naive.root(leaves.subList(0, from));
            ConsistencyProof proof = ConsistencyProof.of(Naive.nodes(leaves), from, leaves.size());
            assertThat(proof.path()).isEqualTo(Naive.subproof(from, leaves, true));
            assertThat(proof.shows(older, root)).isTrue();
            assertThat(proof.shows(TreeHash.ofLeaf(older.bytes()), root)).isFalse();
        }
        assertThat(ConsistencyProof.of(Naive.nodes(leaves), 0, leaves.size()).shows(TreeHash.ofNothing(), root))
                .isFalse();
    }

    @RepeatedTest(200)
    void leaves_side_by_side_are_shown_and_nothing_can_be_left_out_added_swapped_or_moved(RepetitionInfo run) {
        List<TreeHash> leaves = leaves(run);
        Random random = new Random(run.getCurrentRepetition());
        TreeHash root = Naive.root(leaves);
        int from = random.nextInt(leaves.size() + 1);
        int to = from + random.nextInt(leaves.size() + 1 - from);
        RangeProof proof = RangeProof.of(Naive.nodes(leaves), from, to, leaves.size());
        List<TreeHash> range = leaves.subList(from, to);
        assertThat(proof.shows(range, root)).isTrue();
        assertThat(proof.shows(and(range, leaves.getFirst()), root)).isFalse();
        if (range.isEmpty()) return;
        assertThat(proof.shows(range.subList(1, range.size()), root)).isFalse();
        assertThat(moved(proof, -1).shows(range, root)).isFalse();
        assertThat(moved(proof, 1).shows(range, root)).isFalse();
        if (range.size() < 2) return;
        List<TreeHash> swapped = new ArrayList<>(range);
        Collections.swap(swapped, 0, 1 + random.nextInt(range.size() - 1));
        assertThat(proof.shows(swapped, root)).isFalse();
    }

    @Test
    void a_frontier_takes_a_subtree_only_where_one_can_begin() {
        Frontier tree = Frontier.empty();
        tree.add(TreeHash.ofNothing());
        assertThatThrownBy(() -> tree.add(1, TreeHash.ofNothing())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Frontier.of(3, tree.roots())).isInstanceOf(Malformed.class);
    }

    private static RangeProof moved(RangeProof proof, int by) {
        return new RangeProof(proof.from() + by, proof.to() + by, proof.size(), proof.left(), proof.right());
    }

    private static List<TreeHash> and(List<TreeHash> leaves, TreeHash more) {
        List<TreeHash> longer = new ArrayList<>(leaves);
        longer.add(more);
        return longer;
    }

    private static List<TreeHash> leaves(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        return Naive.leaves(1 + random.nextInt(LARGEST), random);
    }

    private static String hex(TreeHash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
