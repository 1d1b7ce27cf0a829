package io.daybook.api.payouts;

import io.daybook.api.eventlog.Follower;
import io.daybook.money.Money;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.simulator.CallJournal;
import io.daybook.rail.simulator.FaultPlan;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorRail;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.simulator.SimulatorSettings.Timing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A provider in this process, for development and the demo: it takes top-ups and sends its webhooks by itself. */
final class SimulatorPlant implements TopUpCarrier, AutoCloseable {
    private static final int ROUND = 500;
    private static final long FEE = 25;

    /** As usual, but a top-up is there at once. */
    private static final Timing TIMING = new Timing(
            Timing.USUAL.inTransit(),
            Timing.USUAL.arrives(),
            Timing.USUAL.spread(),
            Timing.USUAL.returns(),
            Duration.ZERO);

    private final SimulatedProvider provider;
    private final PayoutRail rail;
    private @Nullable Follower courier;
    private volatile boolean held;

    /** @param seed of an ordinary week with its faults and fees; null: nothing ever fails or costs @param journal outlives this process */
    SimulatorPlant(@Nullable Long seed, InstantSource clock, CallJournal journal) {
        SimulatorSettings settings = SimulatorSettings.plain(seed == null ? 1 : seed)
                .openingAccounts()
                .with(TIMING)
                .signingWith("whsec_" + UUID.randomUUID().toString().replace("-", ""));
        this.provider = new SimulatedProvider(
                seed == null ? settings : settings.with(FaultPlan.ordinary()).charging(FEE), clock, journal);
        this.rail = new SimulatorRail(provider);
    }

    /** For checks from outside the ledger. */
    SimulatedProvider provider() {
        return provider;
    }

    PayoutRail rail() {
        return rail;
    }

    void deliverTo(Webhooks webhooks) {
        courier = Follower.every(Duration.ofMillis(500), "simulator-courier", () -> deliver(webhooks));
    }

    /** From now on every webhook is lost. */
    void holdWebhooks() {
        held = true;
    }

    private boolean deliver(Webhooks webhooks) {
        if (held) return false;
        List<SignedWebhook> due = provider.takeWebhooks(ROUND);
        for (SignedWebhook webhook : due)
            if (!webhooks.receive(rail.name(), webhook.signature(), webhook.body())) provider.giveBack(webhook);
        return due.size() == ROUND;
    }

    @Override
    public void carry(String to, Money amount, String reference) {
        if (to.equals(rail.name())) provider.topUp(amount, reference);
    }

    @Override
    public void close() throws InterruptedException {
        if (courier != null) courier.close();
    }
}
