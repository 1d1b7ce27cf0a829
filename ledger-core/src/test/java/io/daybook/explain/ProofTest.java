package io.daybook.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums of random trees: with every edge they hold, and without any one they do not. */
class ProofTest {
    private static final long SEED = Long.getLong("seed", 20_260_602L);
    private static final int TREES = 300;

    @Test
    void a_tree_whose_children_sum_is_proven_and_its_leaves_sum_to_it() {
        Random random = new Random(SEED);
        for (int i = 0; i < TREES; i++) {
            Node tree = tree(random, 1 + random.nextInt(1_000_000), 4);
            Explanation found = new Explanation(null, null, tree, proven(tree));
            assertThat(found.isComplete()).as("seed %d", SEED).isTrue();
            assertThat(found.leaves().sum()).as("seed %d", SEED).isEqualTo(tree.amount());
        }
    }

    @Test
    void a_tree_without_any_one_of_its_edges_is_not() {
        Random random = new Random(SEED);
        for (int i = 0; i < TREES; i++) {
            Node tree = tree(random, 1 + random.nextInt(1_000_000), 4);
            List<Node> cut = cuts(tree);
            for (Node one : cut) assertThat(proven(one)).as("seed %d", SEED).isNotEmpty();
        }
    }

    private static List<String> proven(Node tree) {
        Proof proof = new Proof(new Evidence());
        prove(proof, tree);
        return proof.missing();
    }

    private static void prove(Proof proof, Node node) {
        proof.sum(node);
        node.children().forEach(child -> prove(proof, child));
    }

    /** Children that are never zero, some below it, beside one another that go unnoticed alone. */
    private static Node tree(Random random, long minor, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) return node(minor, List.of());
        List<Node> children = new ArrayList<>();
        long left = minor;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            long part = (random.nextBoolean() ? 1 : -1) * (1L + random.nextInt(1_000));
            children.add(tree(random, part, depth - 1));
            left -= part;
        }
        if (left != 0) children.add(tree(random, left, depth - 1));
        return node(minor, children);
    }

    private static Node node(long minor, List<Node> children) {
        return Node.of(Node.Kind.ENTRY, null, Money.of(minor, "USD"), null, children);
    }

    /** The tree without one child, for each child of more than one. */
    private static List<Node> cuts(Node node) {
        List<Node> cuts = new ArrayList<>();
        for (int i = 0; i < node.children().size(); i++) {
            List<Node> others = new ArrayList<>(node.children());
            Node child = others.remove(i);
            if (!others.isEmpty()) cuts.add(node(node.amount().minor(), others));
            for (Node cut : cuts(child)) {
                List<Node> changed = new ArrayList<>(node.children());
                changed.set(i, cut);
                cuts.add(node(node.amount().minor(), changed));
            }
        }
        return cuts;
    }
}
