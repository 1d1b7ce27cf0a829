package io.daybook.rail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallJournalTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final SimulatorSettings SETTINGS = SimulatorSettings.plain(3)
            .openingAccounts()
            .with(FaultPlan.ordinary())
            .signingWith("whsec_test")
            .charging(25);

    private final List<String> kept = new ArrayList<>();
    private final CallJournal journal = new CallJournal() {
        @Override
        public List<String> kept() {
            return List.copyOf(kept);
        }

        @Override
        public void add(String call) {
            kept.add(call);
        }
    };
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private SimulatedProvider provider() {
        return new SimulatedProvider(SETTINGS, () -> now, journal);
    }

    @Test
    void the_calls_that_were_kept_make_the_same_provider_again() {
        SimulatedProvider before = provider();
        before.fund(Money.of(10_000_000, "USD"), "opening");
        before.topUp(Money.of(500, "USD"), "later");
        for (int line = 1; line <= 200; line++) pay(before, line);
        now = now.plus(Duration.ofDays(1));
        assertThat(before.takeWebhooks(50)).hasSize(50);
        pay(before, 201);
        now = now.plus(Duration.ofDays(5));

        SimulatedProvider after = provider();
        assertThat(after.paidPerDestination(USD)).isNotEmpty().isEqualTo(before.paidPerDestination(USD));
        SimulatorRail was = new SimulatorRail(before);
        SimulatorRail is = new SimulatorRail(after);
        assertThat(is.balance(USD)).isEqualTo(was.balance(USD));
        assertThat(is.listSince(Instant.EPOCH, List.of())).isEqualTo(was.listSince(Instant.EPOCH, List.of()));
        assertThat(events(after)).isNotEmpty().isEqualTo(events(before));
    }

    private static List<String> events(SimulatedProvider provider) {
        return provider.takeWebhooks(10_000).stream()
                .map(SignedWebhook::eventId)
                .toList();
    }

    private static void pay(SimulatedProvider provider, int line) {
        SimulatorRail rail = new SimulatorRail(provider);
        String payout = "payout-b-" + line;
        Money amount = Money.of(1_000L + line, "USD");
        rail.submit(new Instruction.Transfer(payout + ":transfer:1", payout, 1, amount, "acct_" + line % 7));
        rail.submit(new Instruction.PayOut(payout + ":payout:1", payout, 1, amount, "acct_" + line % 7));
    }
}
