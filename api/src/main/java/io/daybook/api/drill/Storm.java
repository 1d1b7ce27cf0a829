package io.daybook.api.drill;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorRail;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;

/** One payday in a storm: everything fails, at times that the seed decides. */
record Storm(Size size, Stage stage, PrintWriter out) {
    /** @param payOneTwice the provider pays one payout twice, so that the verdict must be a no */
    record Size(long seed, int number, int payouts, int nodes, boolean payOneTwice) {}

    Verdict play() throws IOException, InterruptedException {
        StormPlan plan = StormPlan.of(size.seed(), size.number(), size.nodes(), size.payouts());
        KeyCheck keys = new KeyCheck();
        Stage.Cast cast = stage.enter(scenery(), keys);
        SimulatedProvider provider = cast.provider();
        Postman postman = stage.hold(new Postman(provider, cast.nodes().urls(), size.seed()));
        Workforce workforce = Workforce.of(size.seed(), size.number(), size.payouts(), Stage.lastFullWeek());
        Payday payday = new Payday(cast.api(), provider, workforce, out);
        String batch = payday.prepare();
        Unison release = payday.releaseEverywhere(batch);
        new Gust(plan, cast.nodes(), cast.database(), provider, out).blow();
        release.print(out);
        for (Node node : cast.nodes().all()) cast.api().awaitUp(node);
        payday.insist(batch);
        Calm calm = new Calm(cast.api(), provider, batch, out);
        calm.sendTheRest();
        provider.calm();
        calm.settle();
        if (size.payOneTwice()) payTwice(provider, workforce, cast.api(), batch);
        Verdict verdict = new Reading(cast.api(), provider, workforce, batch).verdict(keys, postman);
        out.printf(
                "  %d instructions sent, %d of them repeats; %d commits cut; nodes started again %d times;"
                        + " %d webhooks taken, %d forged%n",
                keys.writes(),
                keys.repeats(),
                cast.database().wire().cuts(),
                cast.nodes().restarts(),
                postman.taken(),
                postman.forged());
        return verdict;
    }

    private Stage.Scenery scenery() {
        FaultPlan faults = FaultPlan.none()
                .with(PayoutFate.REFUSED, 8_000)
                .with(PayoutFate.FAILED, 14_000)
                .with(PayoutFate.FAILED_AFTER_PAID, 8_000)
                .with(Fault.LOST, 40_000)
                .with(Fault.CUT, 10_000)
                .with(Fault.SAVED_500, 25_000)
                .with(Fault.SAVED_500_AFTER, 25_000)
                .with(Fault.RESET, 20_000)
                .with(Fault.BAD_GATEWAY, 5_000)
                .with(Fault.GARBAGE, 5_000)
                .with(Fault.CONFLICT, 5_000)
                .with(Fault.RATE_LIMITED, 20_000)
                .with(new FaultPlan.Webhooks(20_000, 200_000, 200_000, Duration.ofSeconds(15)));
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed() + size.number()).with(faults),
                size.nodes(),
                Map.of(
                        "requests-per-second", Integer.toString(20 + size.payouts() / 40),
                        "poll-interval", "PT2S",
                        "unknown-delays", "PT1S,PT2S,PT3S,PT5S"));
    }

    /** As a provider would that lost its keys: the same transfer and payout once more, under another key. */
    private static void payTwice(SimulatedProvider provider, Workforce workforce, DrillClient api, String batch)
            throws InterruptedException {
        String payout = api.all(Payday.MAKER, "/payout-batches/" + batch + "/payouts?status=PAID")
                .getFirst()
                .path("id")
                .asString();
        SimulatorRail rail = new SimulatorRail(provider);
        String account = workforce.people().getFirst().account();
        Money amount = Money.of(100, "USD");
        rail.submit(new Instruction.Transfer("twice:transfer", payout, 1, amount, account));
        rail.submit(new Instruction.PayOut("twice:payout", payout, 1, amount, account));
        provider.advance(Duration.ofMinutes(1));
    }
}
