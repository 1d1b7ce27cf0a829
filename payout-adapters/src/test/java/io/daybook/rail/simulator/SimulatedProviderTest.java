package io.daybook.rail.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedProviderTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final InstantSource START = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));

    @Test
    void scrambled_numbers_come_back() {
        for (long number : new long[] {0, 1, 2, 77, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x123456789abcdefL})
            assertThat(Chance.unmix(Chance.mix(number))).isEqualTo(number);
    }

    @Test
    void the_same_seed_and_calls_give_the_same_provider() {
        assertThat(week(11)).isEqualTo(week(11));
        assertThat(week(11)).isNotEqualTo(week(12));
    }

    @Test
    void three_percent_of_an_ordinary_week_go_wrong_and_no_cent_is_lost() {
        SimulatedProvider provider = provider(SimulatorSettings.plain(5).with(FaultPlan.ordinary()));
        SimulatorRail rail = new SimulatorRail(provider);
        payWeek(provider, rail, 4_000);
        provider.advance(Duration.ofDays(7));

        List<RailObject> payouts = rail.listSince(Instant.EPOCH, List.of()).stream()
                .filter(object -> object.kind() == RailObject.Kind.PAYOUT)
                .toList();
        long refused = 4_000 - payouts.size();
        long failed = payouts.stream()
                .filter(payout -> payout.status() == RailObject.Status.FAILED)
                .count();
        assertThat(refused).isBetween(10L, 60L);
        assertThat(refused + failed).isBetween(80L, 170L);
        long paid = provider.paidPerDestination(USD).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(paid + inside(provider)).isEqualTo(4_000L * 100_000);
    }

    @Test
    void money_is_neither_made_nor_lost_whatever_is_asked() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        SimulatedProvider provider = provider(SimulatorSettings.plain(seed)
                .with(FaultPlan.ordinary().with(PayoutFate.FAILED, 200_000).with(Fault.SAVED_500_AFTER, 50_000))
                .charging(25));
        provider.fund(new Money(1_000_000, USD), "opening");
        SimulatorRail rail = new SimulatorRail(provider);
        List<String> transfers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            if (rail.submit(anything(random, i, transfers)) instanceof RailResult.Accepted accepted)
                if (accepted.object().kind() == RailObject.Kind.TRANSFER)
                    transfers.add(accepted.object().providerId());
            if (random.nextInt(10) == 0) provider.advance(Duration.ofMinutes(random.nextInt(600)));
        }
        provider.advance(Duration.ofDays(7));
        long paid = provider.paidPerDestination(USD).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        assertThat(paid + inside(provider) + fees(rail)).as("seed %d", seed).isEqualTo(1_000_000);
    }

    @Test
    void webhooks_repeat_reorder_and_get_lost() {
        FaultPlan plan = FaultPlan.none().with(new FaultPlan.Webhooks(100_000, 100_000, 200_000));
        SimulatedProvider provider =
                provider(SimulatorSettings.plain(3).with(plan).signingWith("whsec_test"));
        payWeek(provider, new SimulatorRail(provider), 500);
        provider.advance(Duration.ofDays(7));
        List<SignedWebhook> sent = provider.takeWebhooks(100_000);
        Set<String> ids = new HashSet<>();
        sent.forEach(webhook -> ids.add(webhook.eventId()));
        int events = provider.read(bank -> bank.outbox.events.size());

        assertThat(ids.size()).isBetween(events * 85 / 100, events * 95 / 100);
        assertThat(sent.size()).isBetween(ids.size() * 105 / 100, ids.size() * 115 / 100);
        assertThat(provider.takeWebhooks(10)).isEmpty();
    }

    @Test
    void in_the_calm_no_request_fails_and_every_webhook_goes_out_once() {
        FaultPlan plan = FaultPlan.none()
                .with(Fault.LOST, FaultPlan.MILLION)
                .with(new FaultPlan.Webhooks(FaultPlan.MILLION, 0, 0, Duration.ofSeconds(15)));
        SimulatedProvider provider =
                provider(SimulatorSettings.plain(3).with(plan).openingAccounts().signingWith("whsec_test"));
        provider.fund(new Money(1_000, USD), "opening");
        Instruction transfer = new Instruction.Transfer("p:transfer:1", "p", 1, new Money(500, USD), "acct_one");
        SimulatorRail rail = new SimulatorRail(provider);
        assertThat(rail.submit(transfer)).isInstanceOf(RailResult.Unknown.class);
        provider.calm();
        assertThat(rail.submit(transfer)).isInstanceOf(RailResult.Accepted.class);
        assertThat(provider.takeWebhooks(10)).isEmpty();
        provider.fund(new Money(500, USD), "more");
        assertThat(provider.takeWebhooks(10)).isNotEmpty();
    }

    @Test
    void a_webhook_given_back_is_sent_again_later() {
        SimulatedProvider provider = provider(SimulatorSettings.plain(3).signingWith("whsec_test"));
        provider.topUp(new Money(500, USD), "funding-1");
        SignedWebhook first = provider.takeWebhooks(10).getFirst();
        provider.giveBack(first);

        assertThat(provider.takeWebhooks(10)).isEmpty();
        provider.advance(Duration.ofMinutes(1));
        SignedWebhook again = provider.takeWebhooks(10).getFirst();
        assertThat(again.eventId()).isEqualTo(first.eventId());
        assertThat(again.tries()).isEqualTo(1);
    }

    @Test
    void many_threads_pay_everybody_once() throws Exception {
        SimulatedProvider provider = provider(SimulatorSettings.plain(1));
        provider.fund(new Money(2_000L * 500, USD), "opening");
        SimulatorRail rail = new SimulatorRail(provider);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                int line = i;
                threads.submit(() -> pay(rail, line, 500));
                threads.submit(() -> pay(rail, line, 500));
            }
        }
        provider.advance(Duration.ofDays(3));
        assertThat(provider.paidPerDestination(USD).values()).hasSize(2_000).containsOnly(500L);
    }

    @Test
    void a_platform_without_connected_accounts_pays_from_its_own_balance() {
        SimulatedProvider provider = provider(SimulatorSettings.plain(1));
        provider.fund(new Money(500, USD), "opening");
        SimulatorRail rail = new SimulatorRail(provider, false);
        Instruction.PayOut payOut =
                new Instruction.PayOut("payout-b-1:payout:1", "payout-b-1", 1, new Money(500, USD), "iban-1");

        assertThat(rail.submit(payOut)).isInstanceOf(RailResult.Accepted.class);
        assertThat(rail.find(payOut, Instant.EPOCH)).hasSize(1);
        provider.advance(Duration.ofDays(3));
        assertThat(provider.paidPerDestination(USD)).isEqualTo(Map.of("iban-1", 500L));
    }

    private static List<RailObject> week(long seed) {
        SimulatedProvider provider = provider(SimulatorSettings.plain(seed).with(FaultPlan.ordinary()));
        SimulatorRail rail = new SimulatorRail(provider);
        payWeek(provider, rail, 200);
        provider.advance(Duration.ofDays(7));
        return rail.listSince(Instant.EPOCH, List.of());
    }

    private static void payWeek(SimulatedProvider provider, SimulatorRail rail, int people) {
        provider.fund(new Money(people * 100_000L, USD), "opening");
        IntStream.range(0, people).forEach(line -> pay(rail, line, 100_000));
    }

    private static void pay(SimulatorRail rail, int line, long cents) {
        String payout = "payout-b-" + line;
        Money amount = new Money(cents, USD);
        untilKnown(rail, new Instruction.Transfer(payout + ":transfer:1", payout, 1, amount, "acct_" + line));
        untilKnown(rail, new Instruction.PayOut(payout + ":payout:1", payout, 1, amount, "acct_" + line));
    }

    private static void untilKnown(SimulatorRail rail, Instruction instruction) {
        int attempt = 1;
        Instruction next = instruction;
        while (rail.submit(next) instanceof RailResult.Unknown) {
            attempt++;
            if (attempt < 4 || !rail.find(instruction, Instant.EPOCH).isEmpty()) continue;
            next = again(instruction, attempt);
        }
    }

    private static Instruction again(Instruction first, int attempt) {
        String key = first.key() + '/' + attempt;
        return switch (first) {
            case Instruction.Transfer transfer ->
                new Instruction.Transfer(key, transfer.payout(), attempt, transfer.amount(), transfer.destination());
            case Instruction.PayOut payOut ->
                new Instruction.PayOut(key, payOut.payout(), attempt, payOut.amount(), payOut.destination());
            case Instruction.Reversal reversal -> reversal;
        };
    }

    private static Instruction anything(Random random, int number, List<String> transfers) {
        String payout = "payout-r-" + random.nextInt(300);
        String key = payout + ":" + random.nextInt(400);
        Money amount = new Money(1 + random.nextInt(2_000), USD);
        String account = "acct_" + random.nextInt(40);
        return switch (random.nextInt(3)) {
            case 0 -> new Instruction.Transfer(key, payout, 1, amount, account);
            case 1 -> new Instruction.PayOut(key, payout, number, amount, account);
            default ->
                new Instruction.Reversal(
                        key,
                        payout,
                        1,
                        amount,
                        transfers.isEmpty() ? "tr_1none" : transfers.get(random.nextInt(transfers.size())));
        };
    }

    /** What lies on the platform's and the connected balances. */
    private static long inside(SimulatedProvider provider) {
        return provider.read(bank -> {
            long sum = bank.platform.balance("usd").available();
            for (Book book : bank.connected()) sum += book.balance("usd").available();
            return sum;
        });
    }

    private static long fees(SimulatorRail rail) {
        long sum = 0;
        Optional<String> cursor = Optional.empty();
        for (boolean more = true; more; ) {
            var page = rail.movementsAfter(cursor, 100);
            for (var line : page.lines())
                if (line.kind() == io.daybook.rail.RailMovement.Kind.FEE)
                    sum -= line.amount().minor();
            cursor = page.next();
            more = page.more();
        }
        return sum;
    }

    private static SimulatedProvider provider(SimulatorSettings settings) {
        return new SimulatedProvider(settings.openingAccounts(), START);
    }
}
