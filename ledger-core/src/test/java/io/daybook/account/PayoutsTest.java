package io.daybook.account;

import static io.daybook.account.Acct.BLOCKED;
import static io.daybook.account.Acct.CUTOFF;
import static io.daybook.account.Acct.FILE;
import static io.daybook.account.Acct.MOVED;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.P2;
import static io.daybook.account.Acct.PAYABLE;
import static io.daybook.account.Acct.STRIPE;
import static io.daybook.account.Acct.WALLET;
import static io.daybook.account.Acct.answer;
import static io.daybook.account.Acct.carryOn;
import static io.daybook.account.Acct.clear;
import static io.daybook.account.Acct.close;
import static io.daybook.account.Acct.day;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.earned;
import static io.daybook.account.Acct.payout;
import static io.daybook.account.Acct.refused;
import static io.daybook.account.Acct.reserve;
import static io.daybook.account.Acct.retry;
import static io.daybook.account.Acct.see;
import static io.daybook.account.Acct.sheet;
import static io.daybook.account.Acct.submit;
import static io.daybook.account.Acct.transfer;
import static io.daybook.account.Acct.usd;
import static io.daybook.account.RailFact.Status.FAILED;
import static io.daybook.account.RailFact.Status.IN_TRANSIT;
import static io.daybook.account.RailFact.Status.PAID;
import static io.daybook.account.RailFact.Status.PENDING;
import static io.daybook.account.RailFact.Status.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.ContinuePayout;
import io.daybook.account.AccountCommand.DropPayout;
import io.daybook.account.AccountCommand.ReservePayout;
import io.daybook.account.AccountCommand.SubmitPayout;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payout's way as it was meant, and what refuses it. */
class PayoutsTest {
    static final Story RESERVED = Story.of(earn(0, 60, NOON), earn(1, 60, NOON), reserve(P1, 100, NOON));
    static final Story SUBMITTING = RESERVED.then(submit(P1, 1, NOON));
    static final Story TRANSFERRED = SUBMITTING.then(see(P1, transfer(1, "tr_1", 100, NOON), NOON));
    static final Story SENT = TRANSFERRED.then(carryOn(P1, 1, NOON));
    static final Story ACCEPTED = SENT.then(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON));
    static final Story SETTLED = ACCEPTED.then(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON));

    @Test
    void a_reservation_names_the_entries_it_pays_oldest_first_and_their_sheets() {
        Story two = Story.of(earn(0, 60, NOON), earn(1, 60, NOON));
        PayoutReserved reserved =
                (PayoutReserved) two.when(reserve(P1, 100, NOON)).facts().getFirst();
        assertThat(reserved.parts())
                .isEqualTo(List.of(new EntryPart(earned(0), usd(60)), new EntryPart(earned(1), usd(40))));
        assertThat(reserved.timesheets()).isEqualTo(List.of(sheet(0), sheet(1)));
        two.when(reserve(P1, 100, NOON)).moves("2000 +100", "2003 -100");
    }

    @Test
    void only_what_was_earned_before_the_cutoff_is_paid() {
        Story late = Story.of(earn(0, 60, NOON), earn(2, 60, day(20)));
        ReservePayout all = reserve(P1, 100, NOON);
        ReservePayout cut = new ReservePayout(
                all.account(), P1, all.batch(), usd(61), CUTOFF, STRIPE, all.destination(), PAYABLE, day(21));
        assertThat(((PayoutDropped) late.when(cut).facts().getFirst()).reason())
                .isEqualTo(DropReason.INSUFFICIENT_AVAILABLE);
    }

    @Test
    void a_line_that_cannot_be_paid_is_dropped_and_stays_dropped() {
        Story earned = Story.of(earn(0, 60, NOON));
        assertThat(reason(earned, reserve(P1, 61, NOON))).isEqualTo(DropReason.INSUFFICIENT_AVAILABLE);
        assertThat(reason(earned, reserve(P1, 60, STRIPE, BLOCKED, NOON))).isEqualTo(DropReason.BLOCKED);
        assertThat(reason(earned, reserve(P1, 60, STRIPE, MOVED, NOON))).isEqualTo(DropReason.DESTINATION_CHANGED);
        earned.then(reserve(P1, 61, NOON)).when(reserve(P1, 60, NOON)).changesNothing();
    }

    private static DropReason reason(Story story, ReservePayout order) {
        return ((PayoutDropped) story.when(order).facts().getFirst()).reason();
    }

    @Test
    void a_line_reserves_once() {
        RESERVED.when(reserve(P1, 20, NOON)).changesNothing();
        RESERVED.when(new DropPayout(Acct.ACCOUNT, P1, Acct.BATCH, usd(100), DropReason.BATCH_CANCELED, NOON))
                .changesNothing();
    }

    @Test
    void the_intent_is_recorded_before_anything_leaves() {
        RESERVED.when(submit(P1, 1, NOON)).moves("2003 +100", "2030 -100");
        PayoutSubmitted submitted =
                (PayoutSubmitted) RESERVED.when(submit(P1, 1, NOON)).facts().getFirst();
        assertThat(submitted.intent().step()).isEqualTo(PayoutStep.TRANSFER);
        assertThat(submitted.intent().key()).isEqualTo(P1.value() + ":transfer:1");
        assertThat(submitted.intent().amount()).isEqualTo(usd(100));
        SUBMITTING.when(submit(P1, 1, NOON)).changesNothing();
    }

    @Test
    void nothing_is_sent_while_a_blocking_reason_stands_or_to_another_destination() {
        RESERVED.when(new SubmitPayout(Acct.ACCOUNT, P1, 1, BLOCKED, NOON)).isRefused("not-payable");
        RESERVED.when(new SubmitPayout(Acct.ACCOUNT, P1, 1, MOVED, NOON)).isRefused("not-payable");
        RESERVED.when(submit(P1, 2, NOON)).isRefused("illegal-state");
        RESERVED.when(submit(P2, 1, NOON)).isRefused("not-found");
    }

    @Test
    void the_way_through_connected_accounts() {
        SUBMITTING.when(see(P1, transfer(1, "tr_1", 100, NOON), NOON)).moves("1020 +100", "1010 -100");
        TRANSFERRED.when(carryOn(P1, 1, NOON)).movesNothing();
        SENT.when(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON)).moves("1021 +100", "1020 -100");
        Story moving = ACCEPTED.when(see(P1, payout(1, "po_1", 100, IN_TRANSIT, NOON), NOON))
                .leaves(P1, PayoutStatus.IN_TRANSIT);
        moving.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON)).moves("2030 +100", "1021 -100");
        assertThat(SETTLED.payout(P1).status()).isEqualTo(PayoutStatus.PAID);
    }

    @Test
    void rails_without_connected_accounts_pay_in_one_step() {
        Story wallet = Story.of(earn(0, 60, NOON), reserve(P1, 60, WALLET, PAYABLE, NOON), submit(P1, 1, NOON));
        assertThat(wallet.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(1);
        wallet.when(see(P1, payout(1, "po_1", 60, PAID, NOON), NOON))
                .moves("1021 +60", "1010 -60", "2030 +60", "1021 -60");
        Story file = Story.of(earn(0, 60, NOON), reserve(P1, 60, FILE, PAYABLE, NOON), submit(P1, 1, NOON));
        Story paid = file.when(see(P1, payout(1, "po_1", 60, PAID, NOON), NOON))
                .moves("1021 +60", "1000 -60", "2030 +60", "1021 -60");
        paid.when(see(P1, payout(1, "po_1", 60, RETURNED, NOON), NOON)).moves("1000 +60", "2040 -60");
    }

    @Test
    void a_later_state_seen_first_posts_the_skipped_steps_in_order() {
        SUBMITTING
                .when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1020 +100", "1010 -100", "1021 +100", "1020 -100", "2030 +100", "1021 -100");
        SENT.when(see(P1, payout(1, "po_1", 100, RETURNED, NOON), NOON))
                .moves("1021 +100", "1020 -100", "2030 +100", "1021 -100", "1020 +100", "2040 -100");
    }

    @Test
    void a_transfer_posted_before_it_was_seen_is_not_posted_again_when_it_is() {
        Story paid = SUBMITTING.then(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON));
        paid.when(see(P1, transfer(1, "tr_1", 100, NOON), NOON))
                .movesNothing()
                .when(see(P1, transfer(1, "tr_1", 100, NOON), NOON))
                .changesNothing();
    }

    @Test
    void repeats_and_earlier_states_change_nothing() {
        SETTLED.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON)).changesNothing();
        SETTLED.when(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON)).changesNothing();
        SETTLED.when(see(P1, transfer(1, "tr_1", 100, NOON), NOON)).changesNothing();
        SETTLED.when(answer(P1, PayoutStep.PAYOUT, 1, Acct.unknown(), NOON)).changesNothing();
    }

    @Test
    void a_failure_before_paid_goes_back_to_reserved_and_is_retried_without_a_second_transfer() {
        Story failed = ACCEPTED.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON))
                .moves("2030 +100", "2003 -100", "1020 +100", "1021 -100");
        assertThat(failed.balance(2003)).isEqualTo(100);
        Story again = failed.when(retry(P1, NOON)).leaves(P1, PayoutStatus.RESERVED);
        PayoutSubmitted second =
                (PayoutSubmitted) again.when(submit(P1, 2, NOON)).facts().getFirst();
        assertThat(second.intent().step()).isEqualTo(PayoutStep.PAYOUT);
        assertThat(second.intent().key()).isEqualTo(P1.value() + ":payout:2");
        again.then(submit(P1, 2, NOON), see(P1, payout(2, "po_2", 100, PAID, NOON), NOON));
    }

    @Test
    void a_refused_transfer_is_retried_under_a_new_key() {
        Story rejected = SUBMITTING
                .when(answer(P1, PayoutStep.TRANSFER, 1, refused(), NOON))
                .moves("2030 +100", "2003 -100");
        assertThat(rejected.payout(P1).status()).isEqualTo(PayoutStatus.REJECTED);
        rejected.when(answer(P1, PayoutStep.TRANSFER, 1, refused(), NOON)).changesNothing();
        PayoutSubmitted second = (PayoutSubmitted)
                rejected.then(retry(P1, NOON)).when(submit(P1, 2, NOON)).facts().getFirst();
        assertThat(second.intent().key()).isEqualTo(P1.value() + ":transfer:2");
    }

    @Test
    void a_refused_payout_never_raises_its_transfers_attempt() {
        Story again = SENT.then(answer(P1, PayoutStep.PAYOUT, 1, refused(), NOON), retry(P1, NOON))
                .then(submit(P1, 2, NOON));
        assertThat(again.payout(P1).step(PayoutStep.TRANSFER).attempt()).isEqualTo(1);
        assertThat(again.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(2);
    }

    @Test
    void who_is_blocked_between_the_steps_has_the_attempt_canceled_for_certain() {
        Story canceled = TRANSFERRED
                .when(new ContinuePayout(Acct.ACCOUNT, P1, 1, BLOCKED, NOON))
                .moves("2030 +100", "2003 -100");
        assertThat(canceled.payout(P1).status()).isEqualTo(PayoutStatus.CANCELED);
        SUBMITTING.when(carryOn(P1, 1, NOON)).isRefused("illegal-state");
        SENT.when(carryOn(P1, 1, NOON)).changesNothing();
    }

    @Test
    void only_closing_makes_the_money_available_again_and_a_closed_payout_is_never_tried_again() {
        Story closed = RESERVED.when(close(P1, NOON)).moves("2003 +100", "2000 -100");
        closed.when(close(P1, NOON)).changesNothing();
        closed.when(retry(P1, NOON)).isRefused("illegal-state");
        closed.when(submit(P1, 1, NOON)).isRefused("illegal-state");
        Story repaid = closed.then(reserve(P2, 120, NOON));
        assertThat(repaid.balance(2003)).isEqualTo(120);
    }

    @Test
    void what_may_have_left_can_be_neither_retried_nor_closed() {
        for (Story story : List.of(SUBMITTING, SENT, ACCEPTED, SETTLED)) {
            story.when(close(P1, NOON)).isRefused("illegal-state");
            story.when(retry(P1, NOON)).isRefused("illegal-state");
            story.when(Acct.release(P1, NOON)).isRefused("illegal-state");
        }
    }

    @Test
    void a_failure_after_paid_waits_in_suspense_and_never_touches_2030() {
        Story failed = SETTLED.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON))
                .moves("1020 +100", "2040 -100");
        assertThat(failed.payout(P1).status()).isEqualTo(PayoutStatus.FAILED_AFTER_PAID);
        failed.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON)).changesNothing();
        failed.when(clear(P1, BLOCKED, NOON)).isRefused("not-payable");
        Story cleared = failed.when(clear(P1, PAYABLE, NOON)).moves("2040 +100", "2000 -100");
        cleared.when(clear(P1, PAYABLE, NOON)).changesNothing();
    }

    @Test
    void repaying_what_came_back_is_a_new_payout_that_needs_no_second_transfer() {
        Story cleared = SETTLED.then(see(P1, payout(1, "po_1", 100, RETURNED, NOON), NOON), clear(P1, PAYABLE, NOON));
        Story again = cleared.then(reserve(P2, 110, day(17)));
        PayoutSubmitted submitted =
                (PayoutSubmitted) again.when(submit(P2, 1, day(17))).facts().getFirst();
        assertThat(submitted.intent().step()).isEqualTo(PayoutStep.TRANSFER);
        assertThat(submitted.intent().amount()).isEqualTo(usd(10));
    }

    @Test
    void what_another_live_payout_will_draw_is_not_counted_as_lying_there() {
        Story both = Story.of(earn(0, 200, NOON), reserve(P1, 100, NOON), reserve(P2, 100, NOON), submit(P1, 1, NOON))
                .then(see(P1, transfer(1, "tr_1", 100, NOON), NOON));
        PayoutSubmitted second =
                (PayoutSubmitted) both.when(submit(P2, 1, NOON)).facts().getFirst();
        assertThat(second.intent().amount()).isEqualTo(usd(100));
    }
}
