package io.daybook.api.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** One payday in which the process is killed within one instruction after the other. */
record Kills(Size size, Stage stage, PrintWriter out) {
    /** Each life sends some before its moment comes, and looks up what the last one left open. */
    private static final int PAYOUTS_A_KILL = 6;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** @param times at each moment */
    record Size(long seed, int times) {
        int kills() {
            return times * Moment.values().length;
        }
    }

    Verdict play() throws IOException, InterruptedException {
        KeyCheck keys = new KeyCheck();
        Killer killer = new Killer(keys, size.times());
        Stage.Cast cast = stage.enter(scenery(), keys.and(killer));
        cast.database().wire().lieInWait(killer);
        Postman postman = stage.hold(new Postman(cast.provider(), cast.nodes().urls(), size.seed()));
        Workforce workforce = Workforce.of(size.seed(), 1, PAYOUTS_A_KILL * size.kills(), Stage.lastFullWeek());
        Payday payday = new Payday(cast.api(), cast.provider(), workforce, out);
        String batch = payday.prepare();
        killer.begin(cast.nodes().get(0));
        payday.insist(batch);
        awaitKills(killer);
        Calm calm = new Calm(cast.api(), cast.provider(), batch, out);
        calm.sendTheRest();
        calm.settle();
        Verdict verdict = new Reading(cast.api(), cast.provider(), workforce, batch).verdict(keys, postman);
        out.printf("  %d instructions sent, %d of them repeats%n", keys.writes(), keys.repeats());
        for (Moment moment : Moment.values()) out.printf("  killed %3d times when %s%n", killer.kills(moment), moment);
        return verdict.with(
                        "killed as often as asked for at each moment",
                        Stream.of(Moment.values())
                                .filter(moment -> killer.kills(moment) != size.times())
                                .map(moment -> killer.kills(moment) + " times when " + moment)
                                .toList())
                .with("nothing had left when only its intent was durable", killer.late());
    }

    /** Until all is done, or nothing is left to be killed in. */
    private void awaitKills(Killer killer) throws InterruptedException {
        int seen = 0;
        long since = System.nanoTime();
        while (!killer.isDone() && System.nanoTime() - since < PATIENCE.toNanos()) {
            Thread.sleep(500);
            int now = killer.kills();
            if (now == seen) continue;
            seen = now;
            since = System.nanoTime();
            out.printf("  killed %d of %d times%n", seen, size.kills());
            out.flush();
        }
    }

    private Stage.Scenery scenery() {
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed()),
                1,
                Map.of(
                        "requests-per-second", "20",
                        "max-in-flight", "4",
                        "poll-interval", "PT2S",
                        "unknown-delays", "PT1S,PT2S,PT3S,PT5S"));
    }
}
