package io.daybook.api.drill;

import io.daybook.money.Currencies;
import io.daybook.rail.simulator.SimulatedProvider;
import java.time.Duration;

/** How much of what was paid has come back: at the provider, and as far as Daybook has heard. */
record CameBack(DrillClient api, SimulatedProvider provider, String batch, int payouts) {
    /** A lost message is made up for by a look some played hours later: it is not waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Payouts of which nothing is at its destination any more; once all had been there. */
    int atProvider() {
        return payouts - provider.paidPerDestination(Currencies.of("USD")).size();
    }

    /** Of how many Daybook knows, once it has had time to hear of all. */
    int heardOf() throws InterruptedException {
        long began = System.nanoTime();
        while (heard() < atProvider() && System.nanoTime() - began < PATIENCE.toNanos()) Thread.sleep(500);
        return heard();
    }

    private int heard() throws InterruptedException {
        return api.get(Payday.MAKER, "/payout-batches/" + batch)
                .path("counts")
                .path("failedAfterPaid")
                .asInt();
    }
}
