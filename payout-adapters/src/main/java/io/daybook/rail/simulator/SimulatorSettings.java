package io.daybook.rail.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * How a simulated provider behaves.
 *
 * @param seed decides every chance; the same calls give the same provider
 * @param opensAccounts whether a destination never seen ({@code acct_…}) is taken for a new connected account
 * @param webhookSecret signs webhooks; empty: none are sent
 * @param payoutFee what each payout costs, in minor units; charged to our balance once a day
 */
public record SimulatorSettings(
        long seed,
        FaultPlan faults,
        Timing timing,
        boolean opensAccounts,
        Optional<String> webhookSecret,
        long payoutFee) {

    /**
     * How long things take on the provider's clock.
     *
     * @param arrives until a payout is paid or fails, plus up to {@code spread}
     * @param returns from paid until the bank sends it back
     */
    public record Timing(Duration inTransit, Duration arrives, Duration spread, Duration returns, Duration topUp) {
        public static final Timing USUAL = new Timing(
                Duration.ofMinutes(10),
                Duration.ofDays(1),
                Duration.ofHours(24),
                Duration.ofDays(2),
                Duration.ofHours(6));
    }

    /** Without faults, webhooks or fees; unknown destinations are refused. */
    public static SimulatorSettings plain(long seed) {
        return new SimulatorSettings(seed, FaultPlan.none(), Timing.USUAL, false, Optional.empty(), 0);
    }

    public SimulatorSettings with(FaultPlan other) {
        return new SimulatorSettings(seed, other, timing, opensAccounts, webhookSecret, payoutFee);
    }

    public SimulatorSettings with(Timing other) {
        return new SimulatorSettings(seed, faults, other, opensAccounts, webhookSecret, payoutFee);
    }

    public SimulatorSettings openingAccounts() {
        return new SimulatorSettings(seed, faults, timing, true, webhookSecret, payoutFee);
    }

    public SimulatorSettings signingWith(String secret) {
        return new SimulatorSettings(seed, faults, timing, opensAccounts, Optional.of(secret), payoutFee);
    }

    public SimulatorSettings charging(long fee) {
        return new SimulatorSettings(seed, faults, timing, opensAccounts, webhookSecret, fee);
    }

    @Override
    public String toString() {
        return "SimulatorSettings[seed=" + seed + ", faults=" + faults + ", timing=" + timing + "]";
    }
}
