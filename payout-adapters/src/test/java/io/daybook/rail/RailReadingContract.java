package io.daybook.rail;

import static io.daybook.rail.RailBench.accepted;
import static io.daybook.rail.RailBench.payOut;
import static io.daybook.rail.RailBench.reversal;
import static io.daybook.rail.RailBench.transfer;
import static io.daybook.rail.RailBench.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.PayoutFate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be learnt later: objects, balances, the book. */
public interface RailReadingContract extends RailBench {
    @Test
    default void what_a_lost_answer_left_is_found_when_the_key_is_forgotten() {
        provider().failNextWrite(Fault.LOST);
        rail().submit(transfer(1, 40_000));
        provider().failNextWrite(Fault.LOST);
        rail().submit(payOut(1, 40_000));
        provider().advance(Duration.ofHours(25));

        assertThat(rail().keyLifetime()).isLessThan(Duration.ofHours(24));
        assertThat(rail().find(transfer(1, 40_000), START)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(RailObject.Kind.TRANSFER);
            assertThat(found.attempt()).isEqualTo(1);
            assertThat(found.amount()).isEqualTo(usd(40_000));
        });
        assertThat(rail().find(payOut(1, 40_000), START))
                .extracting(RailObject::status)
                .containsExactly(RailObject.Status.IN_TRANSIT);
        assertThat(rail().find(transfer(1, 40_000), START.plusSeconds(1))).isEmpty();
    }

    @Test
    default void a_payout_is_paid_and_may_still_fail_after_that() {
        accepted(rail().submit(transfer(1, 40_000)));
        provider().decideNextPayout(ACCOUNT, PayoutFate.FAILED_AFTER_PAID);
        RailObject payout = accepted(rail().submit(payOut(1, 40_000)));

        provider().advance(Duration.ofMinutes(10));
        assertThat(now(payout).status()).isEqualTo(RailObject.Status.IN_TRANSIT);
        provider().advance(Duration.ofDays(2));
        assertThat(now(payout).status()).isEqualTo(RailObject.Status.PAID);
        assertThat(now(payout).trace()).isPresent();
        provider().advance(Duration.ofDays(3));
        assertThat(now(payout).status()).isEqualTo(RailObject.Status.FAILED);
        assertThat(now(payout).failure()).isPresent();
        assertThat(rail().balanceOf(ACCOUNT, USD).available()).isEqualTo(usd(40_000));
    }

    @Test
    default void a_failed_payout_gives_the_money_back_to_the_connected_account() {
        accepted(rail().submit(transfer(1, 40_000)));
        provider().decideNextPayout(ACCOUNT, PayoutFate.FAILED);
        RailObject payout = accepted(rail().submit(payOut(1, 40_000)));
        provider().advance(Duration.ofDays(3));

        assertThat(now(payout).status()).isEqualTo(RailObject.Status.FAILED);
        assertThat(rail().balanceOf(ACCOUNT, USD).available()).isEqualTo(usd(40_000));
    }

    @Test
    default void all_of_ours_since_a_moment_is_listed_oldest_first() {
        RailObject before = accepted(rail().submit(transfer(1, 10_000)));
        provider().advance(Duration.ofHours(1));
        Instant since = provider().now();
        RailObject transfer = accepted(rail().submit(transfer(2, 10_000)));
        provider().advance(Duration.ofSeconds(1));
        RailObject payout = accepted(rail().submit(payOut(1, 5_000)));
        provider().advance(Duration.ofSeconds(1));
        RailObject reversal = accepted(rail().submit(reversal(1, 1_000, before)));

        assertThat(rail().listSince(since, List.of())).containsExactly(transfer, payout, reversal);
        assertThat(rail().reversalsOf(before.providerId())).containsExactly(reversal);
    }

    @Test
    default void payouts_without_a_transfer_are_listed_for_the_accounts_named() {
        accepted(rail().submit(transfer(1, 10_000)));
        provider().advance(Duration.ofHours(1));
        Instant since = provider().now();
        RailObject payout = accepted(rail().submit(payOut(1, 10_000)));

        assertThat(rail().listSince(since, List.of(ACCOUNT, "acct_closed"))).containsExactly(payout);
    }

    @Test
    default void a_top_up_is_pending_before_it_counts() {
        provider().topUp(usd(5_000), "funding-1");
        assertThat(rail().balance(USD)).isEqualTo(new RailBalance(usd(100_000), usd(5_000)));

        provider().advance(Duration.ofDays(1));
        assertThat(rail().balance(USD)).isEqualTo(new RailBalance(usd(105_000), usd(0)));
    }

    @Test
    default void the_book_is_read_page_by_page_and_resumed() {
        RailObject first = accepted(rail().submit(transfer(1, 1_000)));
        accepted(rail().submit(transfer(2, 2_000)));
        provider().chargeFee(usd(30), "monthly fee");

        RailMovement.Page page = rail().movementsAfter(Optional.empty(), 3);
        assertThat(page.more()).isTrue();
        assertThat(page.lines())
                .extracting(RailMovement::kind)
                .containsExactly(RailMovement.Kind.TOP_UP, RailMovement.Kind.TRANSFER, RailMovement.Kind.TRANSFER);
        assertThat(page.lines().getFirst().text()).contains("opening");
        assertThat(page.lines().get(1).source()).contains(first.providerId());
        assertThat(page.lines().get(1).amount()).isEqualTo(usd(-1_000));
        RailMovement.Page rest = rail().movementsAfter(page.next(), 3);
        assertThat(rest.more()).isFalse();
        assertThat(rest.lines()).singleElement().satisfies(fee -> {
            assertThat(fee.kind()).isEqualTo(RailMovement.Kind.FEE);
            assertThat(fee.amount()).isEqualTo(usd(-30));
        });
        assertThat(rail().newestMovement()).isEqualTo(rest.next());
        assertThat(rail().movementsAfter(rest.next(), 3))
                .isEqualTo(new RailMovement.Page(List.of(), rest.next(), false));
    }

    @Test
    default void the_book_of_a_connected_account_is_read_alike() {
        accepted(rail().submit(transfer(1, 10_000)));
        RailObject payout = accepted(rail().submit(payOut(1, 10_000)));

        assertThat(rail().movementsOf(ACCOUNT, Optional.empty(), 100).lines())
                .extracting(RailMovement::kind)
                .containsExactly(RailMovement.Kind.TRANSFER, RailMovement.Kind.PAYOUT);
        assertThat(rail().movementsOf(ACCOUNT, Optional.empty(), 100)
                        .lines()
                        .getLast()
                        .source())
                .contains(payout.providerId());
    }

    @Test
    default void an_object_that_is_not_there_is_absent_but_silence_is_not_absence() {
        assertThat(rail().fetch(RailObject.Kind.TRANSFER, "tr_1nothing", Optional.empty()))
                .isEmpty();
        assertThat(rail().fetch(RailObject.Kind.PAYOUT, "po_1nothing", Optional.of(ACCOUNT)))
                .isEmpty();
        assertThatThrownBy(() -> rail().fetch(RailObject.Kind.PAYOUT, "po_1nothing", Optional.of("acct_nobody")))
                .isInstanceOf(RailUnavailable.class);
        provider().failNextRead(Fault.BAD_GATEWAY);
        assertThatThrownBy(() -> rail().find(transfer(1, 100), START)).isInstanceOf(RailUnavailable.class);
        provider().failNextRead(Fault.GARBAGE);
        assertThatThrownBy(() -> rail().balance(USD)).isInstanceOf(RailUnavailable.class);
    }
}
