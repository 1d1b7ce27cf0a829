package io.daybook.api.views;

import io.daybook.explain.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows of the database that a tree stands on.
 *
 * @param table of the views; {@code log} for the log
 * @param where a condition, or the log's position
 */
record Edge(String table, String where) {
    /** Everything between the root and its leaves; what stands beside it is no part of its sum. */
    static Set<Edge> of(Node node) {
        Set<Edge> edges = new LinkedHashSet<>();
        add(edges, node);
        return edges;
    }

    private static void add(Set<Edge> edges, Node node) {
        if (node.fact() != null) {
            long position = node.fact().position();
            edges.add(new Edge("log", Long.toString(position)));
            if (node.fact().effectiveAt() != null) {
                edges.add(new Edge("journal_entry", "entry = " + position));
                edges.add(new Edge("journal_line", "entry = " + position + " AND line = 1"));
                edges.add(new Edge("journal_line", "entry = " + position + " AND line = 2"));
            }
        }
        if (node.id() != null) edges.addAll(named(node, node.id()));
        node.children().forEach(child -> add(edges, child));
        if (node.kind() == Node.Kind.RESERVATION)
            for (Node line : node.beside()) {
                line.beside().forEach(approval -> add(edges, approval));
                String[] place = String.valueOf(line.id()).split(":");
                edges.add(new Edge("payout_batch_line", "batch = '" + place[0] + "' AND line = " + place[1]));
            }
    }

    private static List<Edge> named(Node node, String id) {
        return switch (node.kind()) {
            case PAYOUT ->
                node.isLeaf()
                        ? List.of()
                        : List.of(
                                new Edge("payout", is("payout", id)),
                                new Edge("payout_part", is("payout", id)),
                                new Edge("payout_moment", is("payout", id) + " AND what = 'PayoutReserved'"),
                                new Edge("payout_moment", is("payout", id) + " AND what = 'PayoutPaid'"),
                                new Edge("payout_moment", is("payout", id) + " AND what = 'PayoutSubmitted'"));
            case ENTRY ->
                List.of(new Edge("account_entry", is("entry", id)), new Edge("account_entry_use", is("entry", id)));
            case TIME -> List.of(new Edge("time_entry", is("entry", id)));
            case ADJUSTMENT -> List.of(new Edge("adjustment", is("adjustment", id)));
            case RATE -> rate(node, id);
            default -> List.of();
        };
    }

    private static List<Edge> rate(Node node, String id) {
        List<Edge> edges = new ArrayList<>();
        if (node.worked() != null)
            edges.add(new Edge(
                    "engagement_rate",
                    is("engagement", id) + " AND version = "
                            + node.worked().rate().version()));
        return edges;
    }

    private static String is(String column, String id) {
        return column + " = '" + id + "'";
    }
}
