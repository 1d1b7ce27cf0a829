package io.daybook.rail;

import static io.daybook.rail.RailBench.accepted;
import static io.daybook.rail.RailBench.payOut;
import static io.daybook.rail.RailBench.refused;
import static io.daybook.rail.RailBench.reversal;
import static io.daybook.rail.RailBench.transfer;
import static io.daybook.rail.RailBench.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.Instruction.Transfer;
import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of an instruction, whatever happens on the way. */
public interface RailSendingContract extends RailBench {
    @Test
    default void a_transfer_and_a_payout_move_the_money() {
        RailObject transfer = accepted(rail().submit(transfer(1, 40_000)));
        RailObject payout = accepted(rail().submit(payOut(1, 40_000)));

        assertThat(transfer.status()).isEqualTo(RailObject.Status.DONE);
        assertThat(transfer.payout()).contains("payout-b-1");
        assertThat(transfer.attempt()).isEqualTo(1);
        assertThat(transfer.connectedAccount()).contains(ACCOUNT);
        assertThat(payout.status()).isEqualTo(RailObject.Status.PENDING);
        assertThat(payout.amount()).isEqualTo(usd(40_000));
        assertThat(rail().balance(USD).available()).isEqualTo(usd(60_000));
        assertThat(rail().balanceOf(ACCOUNT, USD).available()).isEqualTo(usd(0));
    }

    @Test
    default void the_same_key_twice_has_one_effect() {
        RailObject first = accepted(rail().submit(transfer(1, 40_000)));
        RailObject second = accepted(rail().submit(transfer(1, 40_000)));

        assertThat(second).isEqualTo(first);
        assertThat(rail().balance(USD).available()).isEqualTo(usd(60_000));
    }

    @Test
    default void the_same_key_from_many_threads_has_one_effect() throws Exception {
        List<Callable<RailResult>> tries = Stream.generate(
                        () -> (Callable<RailResult>) () -> rail().submit(transfer(1, 40_000)))
                .limit(8)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(tries)) accepted(each.get());
        }
        assertThat(rail().balance(USD).available()).isEqualTo(usd(60_000));
    }

    @Test
    default void other_content_under_a_key_halts_that_payout_only() {
        accepted(rail().submit(transfer(1, 40_000)));

        RailResult.Halted halted = (RailResult.Halted)
                rail().submit(new Transfer("payout-b-1:transfer:1", "payout-b-1", 1, usd(39_999), ACCOUNT));

        assertThat(halted.wholeRail()).isFalse();
        assertThat(rail().balance(USD).available()).isEqualTo(usd(60_000));
    }

    @Test
    default void lack_of_funds_is_a_no_that_stays_under_its_key_and_goes_with_the_next_attempt() {
        assertThat(refused(rail().submit(transfer(1, 100_001))).forLackOfFunds())
                .isTrue();
        provider().fund(usd(1), "more");

        assertThat(refused(rail().submit(transfer(1, 100_001))).forLackOfFunds())
                .isTrue();
        accepted(rail().submit(transfer(2, 100_001)));
    }

    @Test
    default void a_payout_beyond_the_connected_balance_lacks_funds() {
        accepted(rail().submit(transfer(1, 10_000)));
        assertThat(refused(rail().submit(payOut(1, 10_001))).forLackOfFunds()).isTrue();
    }

    @Test
    default void an_unknown_destination_is_refused() {
        RailResult.Refused refused =
                refused(rail().submit(new Transfer("payout-b-1:transfer:1", "payout-b-1", 1, usd(100), "acct_nobody")));

        assertThat(refused.forLackOfFunds()).isFalse();
        assertThat(refused.message()).doesNotContain("acct_nobody");
    }

    @Test
    default void a_refused_payout_names_the_code_and_leaves_the_money_on_the_connected_account() {
        accepted(rail().submit(transfer(1, 10_000)));
        provider().decideNextPayout(ACCOUNT, PayoutFate.REFUSED);

        assertThat(refused(rail().submit(payOut(1, 10_000))).code()).isEqualTo("payouts_not_allowed");
        assertThat(rail().balanceOf(ACCOUNT, USD).available()).isEqualTo(usd(10_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "TIMEOUT", "CUT", "GARBAGE", "BAD_GATEWAY"})
    default void a_lost_answer_is_unknown_and_the_same_key_has_one_effect(Fault fault) {
        provider().failNextWrite(fault);

        RailResult.Unknown unknown = (RailResult.Unknown) rail().submit(transfer(1, 40_000));
        assertThat(unknown.answered()).isEqualTo(fault == Fault.GARBAGE || fault == Fault.BAD_GATEWAY);
        accepted(rail().submit(transfer(1, 40_000)));
        assertThat(rail().balance(USD).available()).isEqualTo(usd(60_000));
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET", "CONFLICT"})
    default void a_request_that_never_arrived_is_unknown_too(Fault fault) {
        provider().failNextWrite(fault);

        assertThat(rail().submit(transfer(1, 40_000))).isInstanceOf(RailResult.Unknown.class);
        assertThat(rail().find(transfer(1, 40_000), START)).isEmpty();
        accepted(rail().submit(transfer(1, 40_000)));
    }

    @Test
    default void a_forgotten_key_is_new_to_the_provider() {
        accepted(rail().submit(transfer(1, 40_000)));
        provider().advance(Duration.ofHours(24));
        accepted(rail().submit(transfer(1, 40_000)));

        assertThat(rail().balance(USD).available()).isEqualTo(usd(20_000));
        assertThat(rail().find(transfer(1, 40_000), START)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAVED_500", "SAVED_500_AFTER"})
    default void a_saved_failure_repeats_until_it_is_looked_up(Fault fault) {
        provider().failNextWrite(fault);

        for (int i = 0; i < 3; i++)
            assertThat(rail().submit(transfer(1, 40_000)))
                    .isInstanceOfSatisfying(
                            RailResult.Unknown.class,
                            unknown -> assertThat(unknown.answered()).isTrue());
        assertThat(rail().find(transfer(1, 40_000), START)).hasSize(fault == Fault.SAVED_500 ? 0 : 1);
    }

    @Test
    default void too_many_requests_defer_and_leave_nothing_under_the_key() {
        provider().failNextWrite(Fault.RATE_LIMITED);

        RailResult.Deferred deferred = (RailResult.Deferred) rail().submit(transfer(1, 40_000));
        assertThat(deferred.retryAfter()).isPositive();
        accepted(rail().submit(transfer(1, 40_000)));
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_KEY", "FORBIDDEN"})
    default void bad_credentials_halt_the_whole_rail_and_refuse_nothing(Fault fault) {
        provider().failNextWrite(fault);

        assertThat(rail().submit(transfer(1, 40_000)))
                .isInstanceOfSatisfying(
                        RailResult.Halted.class,
                        halted -> assertThat(halted.wholeRail()).isTrue());
        accepted(rail().submit(transfer(1, 40_000)));
    }

    @Test
    default void a_reversal_takes_back_what_lies_on_the_connected_account() {
        RailObject transfer = accepted(rail().submit(transfer(1, 40_000)));
        Instruction.Reversal part = reversal(1, 15_000, transfer);
        RailObject reversal = accepted(rail().submit(part));
        accepted(rail().submit(part));

        assertThat(rail().balance(USD).available()).isEqualTo(usd(75_000));
        assertThat(reversal.reverses()).contains(transfer.providerId());
        assertThat(rail().find(part, START)).containsExactly(reversal);
        assertThat(rail().fetch(RailObject.Kind.REVERSAL, reversal.providerId(), reversal.reverses()))
                .contains(reversal);
        assertThat(now(transfer).status()).isEqualTo(RailObject.Status.DONE);
        accepted(rail().submit(reversal(2, 25_000, transfer)));
        assertThat(now(transfer).status()).isEqualTo(RailObject.Status.REVERSED);
    }

    @Test
    default void a_reversal_beyond_the_transfer_is_refused() {
        RailObject transfer = accepted(rail().submit(transfer(1, 40_000)));
        refused(rail().submit(reversal(1, 40_001, transfer)));
    }
}
