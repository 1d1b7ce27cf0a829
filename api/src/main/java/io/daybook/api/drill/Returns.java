package io.daybook.api.drill;

import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.PayoutFate;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Payouts come back four days after they were paid: some before the end of their month, some before it and heard of only after the
 * month was closed, some after it. Nothing that was said about the closed month may change, and nobody may lose a cent.
 */
record Returns(Size size, Stage stage, PrintWriter out) {
    private static final Duration STEP = Duration.ofHours(6);
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** Paid from an hour to 25 hours after the release, and back four days later. */
    private static final SimulatorSettings.Timing TIMING = new SimulatorSettings.Timing(
            Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(4), Duration.ZERO);

    /** Half of them come back before midnight. */
    private static final Duration RELEASED_BEFORE_THE_END = Duration.ofDays(4).plusHours(13);

    private static final int MORE_READS_THAN_THERE_ARE = 200_000;

    /** @param comingBack of a thousand payouts */
    record Size(long seed, int payouts, int comingBack) {}

    Verdict play() throws IOException, InterruptedException {
        KeyCheck keys = new KeyCheck();
        Stage.Cast cast = stage.enter(scenery(), keys);
        SimulatedProvider provider = cast.provider();
        Played clock = new Played(cast.api(), provider);
        YearMonth month = monthAfter(provider.now());
        Instant end = startOf(month.plusMonths(1));
        clock.goTo(end.minus(RELEASED_BEFORE_THE_END));
        LocalDate monday = Stage.fullWeekBefore(LocalDate.ofInstant(provider.now(), ZoneOffset.UTC));
        Workforce workforce = Workforce.of(size.seed(), 1, size.payouts(), monday);
        Payday payday = new Payday(cast.api(), provider, workforce, out);
        String batch = payday.prepare();
        Postman postman = stage.hold(new Postman(provider, cast.nodes().urls(), size.seed()));
        payday.insist(batch);
        Calm calm = new Calm(cast.api(), provider, batch, out);
        calm.sendTheRest();
        CameBack cameBack = new CameBack(cast.api(), provider, batch, size.payouts());
        clock.goOnTo(end.minus(STEP), STEP);
        int heard = cameBack.heardOf();
        hearNothing(provider, postman);
        clock.goTo(end.plus(A_MOMENT));
        int unheard = cameBack.atProvider() - heard;
        ClosedMonth closed = ClosedMonth.close(cast.api(), month);
        provider.calm();
        postman.goOn();
        clock.goOnTo(end.plus(STEP.multipliedBy(3)), STEP);
        calm.settle();
        int later = cameBack.atProvider() - heard - unheard;
        out.printf(
                "  when %s was closed %d had come back and were heard of, %d had and were not; %d came back after it%n",
                month, heard, unheard, later);
        Verdict verdict = new Reading(cast.api(), provider, workforce, batch).verdict(keys, postman);
        return verdict.with("some came back before, some unheard, some after the closing", none(heard, unheard, later))
                .with("nothing that was said about the closed month has changed", closed.changes())
                .with(
                        "per contractor: the statements since end in what is owed, and show what came back",
                        closed.misstated(verdict.evidence().contractors()));
    }

    /** No message comes, and the provider answers no question. */
    private static void hearNothing(SimulatedProvider provider, Postman postman) {
        postman.rest();
        for (int read = 0; read < MORE_READS_THAN_THERE_ARE; read++) provider.failNextRead(Fault.RESET);
    }

    private static List<String> none(int heard, int unheard, int later) {
        List<String> missing = new ArrayList<>();
        if (heard == 0) missing.add("none came back before it");
        if (unheard == 0) missing.add("none was heard of late");
        if (later == 0) missing.add("none came back after it");
        return missing;
    }

    /** The first month whose payday is still to come. */
    private static YearMonth monthAfter(Instant now) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(now, ZoneOffset.UTC));
        Instant payday = startOf(month.plusMonths(1)).minus(RELEASED_BEFORE_THE_END);
        return payday.isAfter(now) ? month : month.plusMonths(1);
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Stage.Scenery scenery() {
        FaultPlan fates = FaultPlan.none()
                .with(PayoutFate.FAILED_AFTER_PAID, size.comingBack() * 1_000)
                .with(new FaultPlan.Webhooks(20_000, 200_000, 200_000, Duration.ofSeconds(15)));
        return new Stage.Scenery(
                Stage.Scenery.quick(size.seed()).with(fates).with(TIMING),
                2,
                Map.of("requests-per-second", "200", "max-in-flight", "32", "poll-interval", "PT1H"));
    }
}
