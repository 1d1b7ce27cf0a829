package io.daybook.rail.simulator;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often things go wrong. Units: cases in a million. Which ones is decided by the provider's seed and the payout
 * or key, not by the order in which requests come.
 *
 * @param fates of payouts; the rest are paid
 * @param requests of writing requests, drawn anew for each try; the rest pass
 */
public record FaultPlan(Map<PayoutFate, Integer> fates, Map<Fault, Integer> requests, Webhooks webhooks) {
    static final int MILLION = 1_000_000;

    /** Of the messages sent. {@code late} is how much later the second of two comes, or one that lost its place. */
    public record Webhooks(int lost, int duplicated, int reordered, Duration late) {
        public Webhooks(int lost, int duplicated, int reordered) {
            this(lost, duplicated, reordered, Duration.ofMinutes(10));
        }
    }

    public FaultPlan {
        fates = Map.copyOf(fates);
        requests = Map.copyOf(requests);
    }

    public static FaultPlan none() {
        return new FaultPlan(Map.of(), Map.of(), new Webhooks(0, 0, 0));
    }

    /** An ordinary week: 3% of payouts refused, failing or returning, and a network that sometimes loses an answer. */
    public static FaultPlan ordinary() {
        return none().with(PayoutFate.REFUSED, 8_000)
                .with(PayoutFate.FAILED, 14_000)
                .with(PayoutFate.FAILED_AFTER_PAID, 8_000)
                .with(Fault.LOST, 2_000)
                .with(Fault.RESET, 1_000)
                .with(Fault.SAVED_500, 500)
                .with(new Webhooks(10_000, 10_000, 20_000));
    }

    public FaultPlan with(PayoutFate fate, int perMillion) {
        Map<PayoutFate, Integer> more = new EnumMap<>(PayoutFate.class);
        more.putAll(fates);
        more.put(fate, perMillion);
        return new FaultPlan(more, requests, webhooks);
    }

    public FaultPlan with(Fault fault, int perMillion) {
        Map<Fault, Integer> more = new EnumMap<>(Fault.class);
        more.putAll(requests);
        more.put(fault, perMillion);
        return new FaultPlan(fates, more, webhooks);
    }

    public FaultPlan with(Webhooks other) {
        return new FaultPlan(fates, requests, other);
    }
}
