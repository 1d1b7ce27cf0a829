package io.daybook.simulation;

/** The process of one node ends here; nothing in it may catch this. */
final class SimulatedCrash extends Error {
    private static final long serialVersionUID = 1;

    SimulatedCrash(String node) {
        super(node, null, false, false);
    }
}
