package io.daybook.bench;

import io.daybook.bench.Load.Pace;
import io.daybook.bench.Pairs.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Instructions a second that leave for a provider in Stripe's shape on the same machine, each answered after a while: without
 * a limit against what the database could do, and with one against the limit.
 */
final class Paydays implements Suite {
    private static final Duration LATENCY = Duration.ofMillis(50);
    /** As it is shipped. */
    private static final int IN_FLIGHT = 16;

    private static final int CALLERS = 32;
    private static final double GOAL = 0.8;
    /** What the database can do with single rows, divided by this, is what payouts are held against. */
    private static final double COMMITS_A_CALL = 8;

    private static final int KINDS = 2;
    private static final double MOST_REFUSED = 1;
    private static final int PEOPLE = 4_000;
    private static final int SECONDS = 30;

    /**
     * @param inFlight at a time, as many as the limit needs
     * @param goal the share of it that must be reached
     */
    private record Limit(int perSecond, int inFlight, double goal) {
        int payouts() {
            return Math.min(perSecond * SECONDS, PEOPLE);
        }
    }

    private static final List<Limit> LIMITS = List.of(
            new Limit(25, IN_FLIGHT, 0.97),
            new Limit(100, IN_FLIGHT, 0.97),
            new Limit(250, 32, 0.9),
            new Limit(500, 64, 0.9));

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        Path folder = Files.createTempDirectory("daybook-bench-payouts");
        List<Ratio> ratios = new ArrayList<>();
        // The fewest people first: whoever starts looks at the account of each.
        for (Limit limit : LIMITS)
            try (Payday payday = payday(
                    ground, folder, limit.payouts(), new Payday.Terms(limit.perSecond(), limit.inFlight(), LATENCY))) {
                ratios.addAll(withLimit(limit, pairs, payday));
            }
        try (Payday payday = payday(ground, folder, PEOPLE, new Payday.Terms(0, IN_FLIGHT, LATENCY))) {
            ratios.addFirst(withoutLimit(ground, pairs, payday));
        }
        return ratios;
    }

    private static Payday payday(Ground ground, Path folder, int people, Payday.Terms terms) throws Exception {
        return new Payday(ground.access(), folder, new Payroll(people), terms);
    }

    private static Ratio withoutLimit(Ground ground, Pairs pairs, Payday payday) throws Exception {
        payday.pay(PEOPLE / 4);
        RawRows.prepare(ground);
        raw(ground, pairs);
        List<Double> values = new ArrayList<>();
        for (int number = 0; number < pairs.count(); number++) {
            Pair<Double> pair = turn(ground, pairs, payday, number % 2 == 0);
            double could = Math.min(IN_FLIGHT * 1e3 / LATENCY.toMillis(), pair.theirs() / COMMITS_A_CALL);
            System.err.printf(Locale.ROOT, "  %.0f calls/s, raw commits %.0f/s%n", pair.ours(), pair.theirs());
            values.add(pair.ours() / could);
        }
        return Ratio.atLeast(
                GOAL,
                "the middle 80% of the calls ÷ min(in flight ÷ latency, raw commits at 32 callers ÷ 8), no limit",
                values);
    }

    private static Pair<Double> turn(Ground ground, Pairs pairs, Payday payday, boolean oursFirst) throws Exception {
        double before = oursFirst ? 0 : raw(ground, pairs);
        double ours = KINDS * payday.pay(PEOPLE).perSecond();
        return new Pair<>(ours, oursFirst ? raw(ground, pairs) : before);
    }

    private static double raw(Ground ground, Pairs pairs) throws Exception {
        try (RawRows raw = new RawRows(ground, CALLERS, 1)) {
            Pace pace = Load.of(CALLERS, pairs.time(), raw);
            return pace.perSecond();
        } finally {
            RawRows.prepare(ground);
        }
    }

    private static List<Ratio> withLimit(Limit limit, Pairs pairs, Payday payday) throws Exception {
        List<Double> shares = new ArrayList<>();
        List<Double> busiest = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        for (int number = 0; number < pairs.count(); number++) {
            WireLog.Pace pace = payday.pay(limit.payouts());
            System.err.printf(
                    Locale.ROOT,
                    "  limit %d: %.1f/s of each kind, %.2f in a thousand refused%n",
                    limit.perSecond(),
                    pace.perSecond(),
                    pace.refusedPerThousand());
            shares.add(pace.perSecond() / limit.perSecond());
            busiest.add(pace.busiestSecond() / limit.perSecond());
            refused.add(pace.refusedPerThousand());
        }
        String at = "%d a second of each kind, %d in all".formatted(limit.perSecond(), KINDS * limit.perSecond());
        return List.of(
                Ratio.atLeast(limit.goal(), "the middle 80% of the calls ÷ the limit, " + at, shares),
                Ratio.toCompare("the busiest second ÷ the limit, " + at, busiest),
                Ratio.atMost(MOST_REFUSED, "of a thousand calls refused by the limiter, " + at, refused));
    }
}
