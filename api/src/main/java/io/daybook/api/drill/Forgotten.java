package io.daybook.api.drill;

import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.SimulatedProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/**
 * Answers are lost, of transfers and of payouts, then the process is down for so long that the provider has forgotten every key.
 * Half of what was lost was carried out: none of it may be asked for again, and the other half only once it has been looked for.
 * No message of the provider helps.
 */
record Forgotten(Size size, Stage stage, PrintWriter out) {
    private static final Duration DOWN = Duration.ofHours(25);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** @param answers that are lost, of transfers and of payouts each; as many requests of each are lost */
    record Size(long seed, int answers) {}

    Verdict play() throws IOException, InterruptedException {
        KeyCheck keys = new KeyCheck();
        LookFirst looks = new LookFirst();
        Stage.Cast cast = stage.enter(scenery(), keys.and(looks));
        SimulatedProvider provider = cast.provider();
        Workforce workforce = Workforce.of(size.seed(), 1, 4 * size.answers(), Stage.lastFullWeek());
        Payday payday = new Payday(cast.api(), provider, workforce, out);
        String batch = payday.prepare();
        for (int number = 0; number < size.answers(); number++) {
            provider.failNextWrite(Fault.LOST);
            provider.failNextWrite(Fault.RESET);
            provider.failNextPayout(Fault.LOST);
            provider.failNextPayout(Fault.RESET);
        }
        payday.insist(batch);
        awaitLost(looks);
        Nodes nodes = cast.nodes();
        nodes.halt();
        provider.advance(DOWN);
        looks.begin();
        nodes.get(0).with("--daybook.clock.offset=" + DOWN);
        nodes.resume();
        cast.api().awaitUp(nodes.get(0));
        out.printf("  the process was down for %d hours of played time%n", DOWN.toHours());
        Calm calm = new Calm(cast.api(), provider, batch, out);
        calm.sendTheRest();
        calm.settle();
        Verdict verdict = Verdict.of(new Reading(cast.api(), provider, workforce, batch)
                .read(new Evidence.Wire(keys.reused(), keys.unkeyed(), 0, 0)));
        out.printf("  %d instructions sent, %d of them repeats%n", keys.writes(), keys.repeats());
        return verdict.with("nothing was asked for again before it was looked for", looks.blind());
    }

    private void awaitLost(LookFirst looks) throws InterruptedException {
        long began = System.nanoTime();
        // Each transfer and, where it was answered, its payout.
        while (looks.writes() < 6 * size.answers()) {
            if (System.nanoTime() - began > PATIENCE.toNanos())
                throw new IllegalStateException("only " + looks.writes() + " instructions were sent");
            Thread.sleep(20);
        }
        out.printf("  %1$d answers and %1$d requests were lost, of transfers and of payouts each%n", size.answers());
        out.flush();
    }

    private Stage.Scenery scenery() {
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed()),
                1,
                Map.of("requests-per-second", "100", "poll-interval", "PT2S", "unknown-delays", "PT2H"));
    }
}
