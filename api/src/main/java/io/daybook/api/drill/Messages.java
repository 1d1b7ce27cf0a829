package io.daybook.api.drill;

import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** A payday of which Daybook hears by messages alone, each several times and in any order, over three played days. */
record Messages(Size size, Stage stage, PrintWriter out) {
    /** In which everything happens at the provider, the last of it money that comes back. */
    private static final int STEPS = 20;

    private static final Duration STEP = Duration.ofHours(6);
    /** Three days. */
    private static final int LATEST = 12;

    private static final int MOST_COPIES = 4;
    private static final int ROUND = 1_000;

    /** As banks are. */
    private static final SimulatorSettings.Timing TIMING = new SimulatorSettings.Timing(
            Duration.ofMinutes(10), Duration.ofDays(1), Duration.ofHours(24), Duration.ofDays(2), Duration.ZERO);

    record Size(long seed, int payouts) {}

    Verdict play() throws IOException, InterruptedException {
        KeyCheck keys = new KeyCheck();
        Stage.Cast cast = stage.enter(scenery(), keys);
        SimulatedProvider provider = cast.provider();
        Workforce workforce = Workforce.of(size.seed(), 1, size.payouts(), Stage.lastFullWeek());
        Payday payday = new Payday(cast.api(), provider, workforce, out);
        String batch = payday.prepare();
        payday.insist(batch);
        Calm calm = new Calm(cast.api(), provider, batch, out);
        calm.sendTheRest();
        Deliveries deliveries = stage.hold(new Deliveries(provider, cast.nodes().urls(), size.seed()));
        int messages = spread(cast, deliveries);
        stage.hold(new Postman(provider, cast.nodes().urls(), size.seed()));
        tryAgain(cast);
        calm.settle();
        Verdict verdict = Verdict.of(new Reading(cast.api(), provider, workforce, batch)
                .read(new Evidence.Wire(keys.reused(), keys.unkeyed(), deliveries.forged(), deliveries.believed())));
        out.printf(
                "  %d messages, %d deliveries, %d of them forged, %d about objects that nobody knows%n",
                messages, deliveries.made(), deliveries.forged(), deliveries.strange());
        return verdict.with("no message of the provider was turned away", deliveries.turnedAway());
    }

    /** Each one to four times, each time at once or up to three days later; answers how many there were. */
    private int spread(Stage.Cast cast, Deliveries deliveries) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(size.seed());
        List<List<SignedWebhook>> steps = new ArrayList<>();
        for (int step = 0; step < STEPS + LATEST; step++) steps.add(new ArrayList<>());
        int messages = 0;
        for (int step = 0; step < steps.size(); step++) {
            advance(cast);
            if (step < STEPS)
                for (SignedWebhook message : taken(cast.provider())) {
                    messages++;
                    for (int copy = random.nextInt(MOST_COPIES); copy >= 0; copy--)
                        steps.get(step + random.nextInt(LATEST)).add(message);
                }
            deliveries.make(shuffled(steps.get(step), random));
            out.printf(
                    "  %d played hours, %d messages, %d deliveries%n",
                    (step + 1) * STEP.toHours(), messages, deliveries.made());
            out.flush();
        }
        return messages;
    }

    /** What was refused is tried once more; banks take their time for it, and messages come in the usual way. */
    private static void tryAgain(Stage.Cast cast) throws InterruptedException {
        for (JsonNode payout : cast.api().all(Payday.CHECKER, "/payouts?status=REJECTED"))
            cast.api().post(Payday.CHECKER, "/payouts/" + payout.path("id").asString() + "/retry", Map.of());
        for (int step = 0; step < STEPS; step++) {
            advance(cast);
            Thread.sleep(1_000);
        }
    }

    private static void advance(Stage.Cast cast) throws InterruptedException {
        new Played(cast.api(), cast.provider()).goOn(STEP);
    }

    private static List<SignedWebhook> taken(SimulatedProvider provider) {
        List<SignedWebhook> all = new ArrayList<>();
        List<SignedWebhook> some;
        do {
            some = provider.takeWebhooks(ROUND);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private static List<SignedWebhook> shuffled(List<SignedWebhook> in, SplittableRandom random) {
        List<SignedWebhook> all = new ArrayList<>(in);
        for (int i = all.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            SignedWebhook one = all.get(i);
            all.set(i, all.get(other));
            all.set(other, one);
        }
        return all;
    }

    /** Meanwhile nothing is asked for by itself but, every six hours, whether what was paid stayed so. */
    private Stage.Scenery scenery() {
        FaultPlan fates = FaultPlan.none()
                .with(PayoutFate.REFUSED, 8_000)
                .with(PayoutFate.FAILED, 14_000)
                .with(PayoutFate.FAILED_AFTER_PAID, 8_000);
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed()).with(fates).with(TIMING),
                2,
                Map.of("requests-per-second", "1000", "max-in-flight", "32", "poll-interval", "PT480H"));
    }
}
