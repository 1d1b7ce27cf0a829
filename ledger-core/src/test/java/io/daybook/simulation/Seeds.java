package io.daybook.simulation;

/** Runs worlds and says from which seed a failure comes. */
final class Seeds {
    private Seeds() {}

    /** @param hash of every fact of the log, in order */
    record Ended(int facts, String hash) {}

    /** Errors: Broken, with the seed and the hash of the log so far. */
    static Ended run(long seed, Variant variant) {
        Simulation simulation = new Simulation(seed, variant);
        try {
            simulation.run();
            return new Ended(simulation.log.all().size(), simulation.log.hash());
        } catch (Broken | RuntimeException wrong) {
            throw new Broken(
                    "seed " + seed + " (log " + simulation.log.hash() + ", " + simulation.world.faults + "): "
                            + wrong.getMessage(),
                    wrong);
        }
    }
}
