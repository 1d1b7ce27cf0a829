package io.daybook.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailDenied;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailUnavailable;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.SimulatedProvider;
import io.daybook.rail.simulator.SimulatorRail;
import io.daybook.rail.simulator.SimulatorServer;
import io.daybook.rail.simulator.SimulatorSettings;
import io.daybook.rail.simulator.WireObserver;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists longer than one page. */
class StripeListsTest {
    private static final int MANY = 230;

    private final StripeWireCheck wire = new StripeWireCheck();
    private final SimulatedProvider provider = new SimulatedProvider(
            SimulatorSettings.plain(1).openingAccounts(), InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z")));
    private final SimulatorRail inside = new SimulatorRail(provider);
    private final SimulatorServer server = new SimulatorServer(
            provider, new SimulatorServer.Options(0, "sk_test_x", Optional.empty(), Duration.ZERO, wire));
    private final StripeRail rail = new StripeRail("sk_test_x", server.url(), "whsec_test");

    StripeListsTest() throws IOException {}

    @BeforeEach
    void manyTransfersToOneAccount() {
        provider.fund(Money.of(MANY * 100L, "USD"), "opening");
        IntStream.range(0, MANY).forEach(line -> {
            String payout = "payout-b-" + line;
            Money amount = Money.of(100, "USD");
            Instruction transfer = new Instruction.Transfer(payout + ":transfer:1", payout, 1, amount, "acct_anna");
            assertThat(inside.submit(transfer)).isInstanceOf(RailResult.Accepted.class);
            inside.submit(new Instruction.PayOut(payout + ":payout:1", payout, 1, amount, "acct_anna"));
        });
    }

    @AfterEach
    void close() {
        server.close();
        wire.assertClean();
    }

    @Test
    void everything_of_ours_is_listed_over_many_pages() {
        List<RailObject> listed = rail.listSince(Instant.EPOCH, List.of());
        assertThat(listed).hasSize(2 * MANY).doesNotHaveDuplicates();
        assertThat(listed).containsAll(inside.listSince(Instant.EPOCH, List.of()));
    }

    /** No evidence that something is not there, and not the same as no answer: nothing can be sent there either. */
    @Test
    void an_account_out_of_reach_is_told_apart_from_one_without_payouts() {
        Instruction there = new Instruction.PayOut("key", "payout-b-1", 1, Money.of(100, "USD"), "acct_of_nobody");
        assertThatThrownBy(() -> rail.find(there, Instant.EPOCH)).isInstanceOf(RailDenied.class);
    }

    @Test
    void a_read_that_is_not_answered_does_not_end_the_listing_of_everything() {
        provider.failNextRead(Fault.BAD_GATEWAY);
        provider.failNextRead(Fault.GARBAGE);
        assertThat(rail.listSince(Instant.EPOCH, List.of())).hasSize(2 * MANY);
    }

    @Test
    void a_listing_in_advance_asks_nothing_more_once_nobody_wants_it() {
        List<String> paced = new ArrayList<>();
        PayoutRail patient = new StripeRail(
                StripeSettings.of("sk_test_x", server.url(), "whsec_test").unhurriedAt(paced::add));
        assertThatThrownBy(() -> patient.unhurried(paced::isEmpty).listSince(Instant.EPOCH, List.of()))
                .isInstanceOf(RailUnavailable.class);
        assertThat(paced).hasSize(1);
    }

    @Test
    void an_account_does_not_wait_for_the_listing_of_another() throws IOException {
        CountDownLatch bothAsked = new CountDownLatch(2);
        Queue<Boolean> met = new ConcurrentLinkedQueue<>();
        WireObserver slow = exchange -> {
            if (!exchange.path().equals("/v1/payouts")) return;
            bothAsked.countDown();
            met.add(within(bothAsked, Duration.ofSeconds(10)));
        };
        try (SimulatorServer slowly = new SimulatorServer(
                provider, new SimulatorServer.Options(0, "sk_test_x", Optional.empty(), Duration.ZERO, slow))) {
            new StripeRail("sk_test_x", slowly.url(), "whsec_test")
                    .listSince(Instant.EPOCH, List.of("acct_anna", "acct_bob"));
        }
        assertThat(met).containsOnly(true);
    }

    private static boolean within(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void reads_keep_to_their_pace_and_instructions_are_paced_elsewhere() {
        EndpointPace pace = new EndpointPace(50);
        long began = System.nanoTime();
        for (int i = 0; i < 11; i++) pace.accept("GET /v1/payouts");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        long then = System.nanoTime();
        for (int i = 0; i < 1000; i++) pace.accept("POST /v1/payouts");
        assertThat(Duration.ofNanos(System.nanoTime() - then)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void the_book_is_read_from_its_first_line_to_its_last() {
        List<RailMovement> read = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (boolean more = true; more; ) {
            RailMovement.Page page = rail.movementsAfter(cursor, 100);
            read.addAll(page.lines());
            cursor = page.next();
            more = page.more();
        }
        assertThat(read)
                .isEqualTo(inside.movementsAfter(Optional.empty(), 1_000).lines());
        assertThat(cursor).isEqualTo(rail.newestMovement());
    }
}
