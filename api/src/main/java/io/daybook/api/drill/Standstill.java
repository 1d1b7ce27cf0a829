package io.daybook.api.drill;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** All nodes are asked for one release at the same moment, and the one that sends stands still in the middle of it. */
record Standstill(Size size, Stage stage, PrintWriter out) {
    private static final Duration AT_MOST_APART = Duration.ofMillis(10);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private static final Duration UNTIL_SOMEBODY_TAKES_OVER = Duration.ofSeconds(20);

    /** So long that it still goes on when the node wakes. */
    private static final int SECONDS_OF_SENDING = 90;

    /** @param length of the standstill, which begins with half of the transfers on their way */
    record Size(long seed, int number, int payouts, int nodes, Duration length) {}

    Verdict play() throws IOException, InterruptedException {
        KeyCheck keys = new KeyCheck();
        FreezeInMidCall freeze = new FreezeInMidCall();
        Stage.Cast cast = stage.enterEach(scenery(), node -> keys.and(freeze.of(node)));
        Postman postman = stage.hold(new Postman(cast.provider(), cast.nodes().urls(), size.seed()));
        Workforce workforce = Workforce.of(size.seed(), size.number(), size.payouts(), Stage.lastFullWeek());
        Payday payday = new Payday(cast.api(), cast.provider(), workforce, out);
        String batch = payday.prepare();
        freeze.lieInWait(
                Math.max(1, size.payouts() / 2),
                new FreezeInMidCall.Grip(
                        node -> cast.nodes().get(node).freeze(),
                        () -> cast.database().inCharge(Payday.RAIL)));
        Unison release = payday.releaseEverywhere(batch);
        release.print(out);
        payday.insist(batch);
        int meanwhile = standStill(freeze, cast.nodes());
        Calm calm = new Calm(cast.api(), cast.provider(), batch, out);
        calm.sendTheRest();
        calm.settle();
        Verdict verdict = new Reading(cast.api(), cast.provider(), workforce, batch).verdict(keys, postman);
        out.printf("  %d instructions sent, %d of them repeats%n", keys.writes(), keys.repeats());
        return verdict.with("all nodes were asked within 10 ms, and one of them released", complaints(release))
                .with("others went on meanwhile, at half the pace at least", tooFew(meanwhile))
                .with("the node that stood still sent nothing when it woke", freeze.sentOnWaking())
                .with("no node was started again", restarted(cast.nodes()));
    }

    /** Answers how much the others sent meanwhile. */
    private int standStill(FreezeInMidCall freeze, Nodes nodes) throws InterruptedException {
        int victim = freeze.awaitFrozen();
        out.printf(
                "  node %d stands still for %d s, with an instruction carried out and not yet answered%n",
                victim, size.length().toSeconds());
        out.flush();
        int meanwhile;
        try {
            Thread.sleep(size.length());
        } finally {
            meanwhile = freeze.sentByOthers();
            freeze.wakes();
            nodes.get(victim).thaw();
        }
        out.printf("  node %d goes on; the others have sent %d instructions%n", victim, meanwhile);
        out.flush();
        return meanwhile;
    }

    private static List<String> complaints(Unison release) {
        List<Integer> answers = release.answers().join();
        boolean oneReleased = Collections.frequency(answers, ACCEPTED) == 1
                && Collections.frequency(answers, CONFLICT) == answers.size() - 1;
        return release.spread().compareTo(AT_MOST_APART) <= 0 && oneReleased
                ? List.of()
                : List.of("answered %s, asked within %d ms"
                        .formatted(answers, release.spread().toMillis()));
    }

    /** Of either kind of instruction, at half the pace at least, once the lease has run out. */
    private List<String> tooFew(int meanwhile) {
        long least = pace() * size.length().minus(UNTIL_SOMEBODY_TAKES_OVER).toSeconds() / 2;
        return meanwhile >= least ? List.of() : List.of("%d instructions, not %d".formatted(meanwhile, least));
    }

    private int pace() {
        return Math.max(1, size.payouts() / SECONDS_OF_SENDING);
    }

    private static List<String> restarted(Nodes nodes) {
        return nodes.restarts() == 0 ? List.of() : List.of(nodes.restarts() + " times");
    }

    private Stage.Scenery scenery() {
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed() + size.number()),
                size.nodes(),
                Map.of(
                        "requests-per-second",
                        Integer.toString(pace()),
                        "poll-interval",
                        "PT2S",
                        "unknown-delays",
                        "PT1S,PT2S,PT3S,PT5S"));
    }
}
