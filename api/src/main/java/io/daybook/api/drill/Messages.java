package io.daybook.api.drill;

import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A payday of which Daybook hears by messages alone, each several times and in any order, over three played days. */
record Messages(Size size, Stage stage, PrintWriter out) {
    private static final int STEPS = 12;
    private static final Duration STEP = Duration.ofHours(6);
    private static final int MOST_COPIES = 4;
    private static final int ROUND = 1_000;
    private static final Duration UNTIL_ALL_IS_OVER = Duration.ofMinutes(2);

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
        provider.advance(UNTIL_ALL_IS_OVER);
        cast.api().post(Payday.MAKER, "/dev/clock", Map.of("advance", UNTIL_ALL_IS_OVER.toString()));
        Deliveries deliveries = stage.hold(new Deliveries(provider, cast.nodes().urls(), size.seed()));
        spread(cast, all(provider), deliveries);
        // What people try again in the calm is heard of in the usual way.
        stage.hold(new Postman(provider, cast.nodes().urls(), size.seed()));
        calm.settle();
        Verdict verdict = Verdict.of(new Reading(cast.api(), provider, workforce, batch)
                .read(new Evidence.Wire(keys.reused(), keys.unkeyed(), deliveries.forged(), deliveries.believed())));
        out.printf(
                "  %d deliveries, %d of them forged, %d about objects that nobody knows%n",
                deliveries.made(), deliveries.forged(), deliveries.strange());
        return verdict.with("no message of the provider was turned away", deliveries.turnedAway());
    }

    private List<SignedWebhook> all(SimulatedProvider provider) {
        List<SignedWebhook> all = new ArrayList<>();
        for (List<SignedWebhook> some = provider.takeWebhooks(ROUND);
                !some.isEmpty();
                some = provider.takeWebhooks(ROUND)) all.addAll(some);
        out.printf("  everything is over at the provider; %d messages are still to come%n", all.size());
        out.flush();
        return all;
    }

    /** Each one to four times, each time whenever. */
    private void spread(Stage.Cast cast, List<SignedWebhook> messages, Deliveries deliveries)
            throws InterruptedException {
        SplittableRandom random = new SplittableRandom(size.seed());
        List<List<SignedWebhook>> steps = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) steps.add(new ArrayList<>());
        for (SignedWebhook message : messages)
            for (int copy = random.nextInt(MOST_COPIES); copy >= 0; copy--)
                steps.get(random.nextInt(STEPS)).add(message);
        for (List<SignedWebhook> step : steps) {
            cast.provider().advance(STEP);
            cast.api().post(Payday.MAKER, "/dev/clock", Map.of("advance", STEP.toString()));
            for (Node node : cast.nodes().all()) cast.api().awaitUp(node);
            deliveries.make(shuffled(step, random));
            out.printf("  %d deliveries, %d of them forged%n", deliveries.made(), deliveries.forged());
            out.flush();
        }
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

    /** Nothing is asked for by itself meanwhile. */
    private Stage.Scenery scenery() {
        FaultPlan fates = FaultPlan.none()
                .with(PayoutFate.REFUSED, 8_000)
                .with(PayoutFate.FAILED, 14_000)
                .with(PayoutFate.FAILED_AFTER_PAID, 8_000);
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed()).with(fates),
                2,
                Map.of("requests-per-second", "1000", "max-in-flight", "32", "poll-interval", "PT120H"));
    }
}
