package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.BLOCKED;
import static io.daybook.account.Acct.MOVED;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.P2;
import static io.daybook.account.Acct.PAYABLE;
import static io.daybook.account.Acct.absent;
import static io.daybook.account.Acct.answer;
import static io.daybook.account.Acct.carryOn;
import static io.daybook.account.Acct.clear;
import static io.daybook.account.Acct.close;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.payout;
import static io.daybook.account.Acct.refused;
import static io.daybook.account.Acct.release;
import static io.daybook.account.Acct.repeat;
import static io.daybook.account.Acct.reserve;
import static io.daybook.account.Acct.retry;
import static io.daybook.account.Acct.see;
import static io.daybook.account.Acct.submit;
import static io.daybook.account.Acct.transfer;
import static io.daybook.account.Acct.unknown;
import static io.daybook.account.Acct.usd;
import static io.daybook.account.RailFact.Status.CANCELED;
import static io.daybook.account.RailFact.Status.FAILED;
import static io.daybook.account.RailFact.Status.IN_TRANSIT;
import static io.daybook.account.RailFact.Status.PAID;
import static io.daybook.account.RailFact.Status.PENDING;
import static io.daybook.account.RailFact.Status.RETURNED;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.account.PayoutReport.PayoutMismatchSeen;
import io.daybook.money.Money;
import org.junit.jupiter.api.Test;

/** What happens when nobody knows, when it was not there, and when it was there after all. */
class UnknownOutcomesTest {
    private static final Story UNKNOWN = PayoutsTest.SENT.then(answer(P1, PayoutStep.PAYOUT, 1, unknown(), NOON));
    private static final Story ABSENT = UNKNOWN.then(absent(P1, PayoutStep.PAYOUT, 1, NOON));
    private static final Story RELEASED = ABSENT.then(release(P1, NOON));
    private static final Story RESENT = RELEASED.then(submit(P1, 2, NOON));

    @Test
    void not_knowing_moves_nothing_and_can_be_neither_retried_nor_closed() {
        PayoutsTest.SENT.when(answer(P1, PayoutStep.PAYOUT, 1, unknown(), NOON)).movesNothing();
        UNKNOWN.when(answer(P1, PayoutStep.PAYOUT, 1, unknown(), NOON)).changesNothing();
        UNKNOWN.when(retry(P1, NOON)).isRefused("illegal-state");
        UNKNOWN.when(close(P1, NOON)).isRefused("illegal-state");
        UNKNOWN.when(release(P1, NOON)).isRefused("illegal-state");
    }

    @Test
    void an_unknown_payout_may_turn_out_any_way() {
        UNKNOWN.when(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON)).leaves(P1, PayoutStatus.ACCEPTED);
        UNKNOWN.when(see(P1, payout(1, "po_1", 100, IN_TRANSIT, NOON), NOON)).leaves(P1, PayoutStatus.IN_TRANSIT);
        UNKNOWN.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON)).leaves(P1, PayoutStatus.PAID);
        UNKNOWN.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON)).leaves(P1, PayoutStatus.FAILED);
        UNKNOWN.when(see(P1, payout(1, "po_1", 100, CANCELED, NOON), NOON)).leaves(P1, PayoutStatus.CANCELED);
        UNKNOWN.when(answer(P1, PayoutStep.PAYOUT, 1, refused(), NOON)).leaves(P1, PayoutStatus.REJECTED);
    }

    @Test
    void an_unknown_transfer_that_is_found_lets_the_attempt_go_on() {
        Story lost = PayoutsTest.SUBMITTING.then(answer(P1, PayoutStep.TRANSFER, 1, unknown(), NOON));
        Story found = lost.when(see(P1, transfer(1, "tr_1", 100, NOON), NOON)).leaves(P1, PayoutStatus.SUBMITTING);
        found.when(carryOn(P1, 1, NOON)).records("StepBegun");
    }

    @Test
    void absence_is_proven_of_the_step_that_is_unknown() {
        UNKNOWN.when(absent(P1, PayoutStep.TRANSFER, 1, NOON)).isRefused("illegal-state");
        UNKNOWN.when(absent(P1, PayoutStep.PAYOUT, 2, NOON)).isRefused("illegal-state");
        PayoutsTest.SENT.when(absent(P1, PayoutStep.PAYOUT, 1, NOON)).isRefused("illegal-state");
        UNKNOWN.when(absent(P1, PayoutStep.PAYOUT, 1, NOON)).movesNothing();
        ABSENT.when(absent(P1, PayoutStep.PAYOUT, 1, NOON)).changesNothing();
        ABSENT.when(retry(P1, NOON)).isRefused("illegal-state");
    }

    @Test
    void a_release_is_the_definite_no_and_starts_a_new_attempt() {
        ABSENT.when(release(P1, NOON)).moves("2030 +100", "2003 -100");
        RELEASED.when(release(P1, NOON)).changesNothing();
        assertThat(RESENT.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(2);
    }

    @Test
    void closing_what_is_proven_absent_releases_it_first() {
        ABSENT.when(close(P1, NOON)).moves("2030 +100", "2003 -100", "2003 +100", "2000 -100");
    }

    @Test
    void found_late_while_unreleased_pays_from_what_is_in_flight() {
        ABSENT.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1021 +100", "1020 -100", "2030 +100", "1021 -100");
        ABSENT.when(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON)).leaves(P1, PayoutStatus.FOUND_LATE);
    }

    @Test
    void found_late_after_a_release_pays_from_what_is_reserved() {
        Story found = RELEASED.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1021 +100", "1020 -100", "2003 +100", "1021 -100");
        assertThat(found.payout(P1).status()).isEqualTo(PayoutStatus.FOUND_LATE);
        found.when(submit(P1, 2, NOON)).isRefused("illegal-state");
        found.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON)).changesNothing();
    }

    @Test
    void found_late_after_closing_pays_from_what_is_available_and_the_rest_is_owed_to_us() {
        Story closed = ABSENT.then(close(P1, NOON), Acct.hold("h", 50, NOON));
        closed.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1021 +100", "1020 -100", "2000 +70", "1100 +30", "1021 -100");
    }

    @Test
    void found_late_beside_a_later_attempt_leaves_that_attempt_and_opens_a_break() {
        Story both = RESENT.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .records("PayoutMismatchSeen", "PayoutFoundLate");
        assertThat(both.payout(P1).status()).isEqualTo(PayoutStatus.SUBMITTING);
        assertThat(both.balance(1100)).isEqualTo(80);
        Story twice = both.then(see(P1, payout(2, "po_2", 100, PAID, NOON), NOON));
        assertThat(twice.payout(P1).status()).isEqualTo(PayoutStatus.PAID);
        Story back = twice.when(see(P1, payout(1, "po_1", 100, RETURNED, NOON), NOON))
                .moves("1020 +100", "2040 -100");
        assertThat(back.payout(P1).status()).isEqualTo(PayoutStatus.PAID);
        back.when(clear(P1, PAYABLE, NOON)).moves("2040 +100", "2000 -100", "2000 +80", "1100 -80");
    }

    @Test
    void what_an_earlier_attempt_has_paid_is_not_sent_once_more() {
        RESENT.when(repeat(P1, PayoutStep.PAYOUT, 2, NOON)).changesNothing();
        RESENT.when(repeat(P1, PayoutStep.PAYOUT, 1, NOON)).isRefused("illegal-state");
        PayoutsTest.SUBMITTING
                .then(see(P1, transfer(1, "tr_1", 100, NOON), NOON))
                .when(repeat(P1, PayoutStep.TRANSFER, 1, NOON))
                .changesNothing();
        Story both = RESENT.then(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON));
        both.when(repeat(P1, PayoutStep.PAYOUT, 2, NOON)).isRefused("illegal-state");
        both.then(see(P1, payout(1, "po_1", 100, RETURNED, NOON), NOON))
                .when(repeat(P1, PayoutStep.PAYOUT, 2, NOON))
                .changesNothing();
    }

    @Test
    void what_may_never_have_left_is_not_sent_once_more_to_somebody_blocked_or_moved() {
        RESENT.when(repeat(P1, PayoutStep.PAYOUT, 2, BLOCKED, NOON)).isRefused("not-payable");
        RESENT.when(repeat(P1, PayoutStep.PAYOUT, 2, MOVED, NOON)).isRefused("not-payable");
    }

    /** By somebody at the provider's own desk, who named the payout and no attempt. */
    @Test
    void what_was_found_to_have_been_paid_by_hand_is_not_sent_once_more() {
        UNKNOWN.when(repeat(P1, PayoutStep.PAYOUT, 1, NOON)).changesNothing();
        UNKNOWN.then(see(P1, payout(0, "po_by_hand", 100, PAID, NOON), NOON))
                .when(repeat(P1, PayoutStep.PAYOUT, 1, NOON))
                .isRefused("illegal-state");
    }

    @Test
    void a_batch_that_was_given_up_gets_no_new_attempts() {
        ABSENT.when(new ReleasePayout(ACCOUNT, P1, true, Signer.DAYBOOK, NOON)).isRefused("illegal-state");
        Story no = RESENT.then(answer(P1, PayoutStep.PAYOUT, 2, refused(), NOON));
        no.when(new RetryPayout(ACCOUNT, P1, true, Signer.DAYBOOK, NOON)).isRefused("illegal-state");
        no.when(retry(P1, NOON)).leaves(P1, PayoutStatus.RESERVED);
        no.then(retry(P1, NOON))
                .when(new RetryPayout(ACCOUNT, P1, true, Signer.DAYBOOK, NOON))
                .changesNothing();
    }

    @Test
    void what_an_earlier_attempt_has_paid_can_only_be_closed() {
        Story both = RESENT.then(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON));
        Story absent =
                both.then(answer(P1, PayoutStep.PAYOUT, 2, unknown(), NOON), absent(P1, PayoutStep.PAYOUT, 2, NOON));
        absent.when(release(P1, NOON)).isRefused("illegal-state");
        Story no = both.then(answer(P1, PayoutStep.PAYOUT, 2, refused(), NOON));
        no.when(retry(P1, NOON)).isRefused("illegal-state");
        assertThat(absent.then(close(P1, NOON)).balance(1100)).isZero();
        assertThat(no.then(close(P1, NOON)).balance(1100)).isZero();
    }

    @Test
    void found_late_behaves_like_paid() {
        Story found = ABSENT.then(see(P1, payout(1, "po_1", 100, PENDING, NOON), NOON));
        found.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON)).moves("1020 +100", "2040 -100");
        found.when(close(P1, NOON)).isRefused("illegal-state");
    }

    @Test
    void a_transfer_that_was_not_there_is_posted_with_the_payout_that_shows_it() {
        Story absent = PayoutsTest.SUBMITTING.then(
                answer(P1, PayoutStep.TRANSFER, 1, unknown(), NOON), absent(P1, PayoutStep.TRANSFER, 1, NOON));
        absent.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1020 +100", "1010 -100", "1021 +100", "1020 -100", "2030 +100", "1021 -100");
    }

    @Test
    void a_transfer_found_after_its_release_spares_the_next_one() {
        Story released = PayoutsTest.SUBMITTING.then(
                answer(P1, PayoutStep.TRANSFER, 1, unknown(), NOON),
                absent(P1, PayoutStep.TRANSFER, 1, NOON),
                release(P1, NOON));
        Story found =
                released.when(see(P1, transfer(1, "tr_1", 100, NOON), NOON)).moves("1020 +100", "1010 -100");
        Story sent = found.then(submit(P1, 2, NOON));
        assertThat(sent.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(1);
    }

    @Test
    void what_turns_up_late_but_paid_nobody_moves_nothing() {
        RESENT.when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON))
                .movesNothing()
                .when(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON))
                .changesNothing();
    }

    @Test
    void a_stale_state_of_a_failed_object_is_no_late_find() {
        Story retried = PayoutsTest.ACCEPTED.then(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON), retry(P1, NOON));
        retried.when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON)).changesNothing();
    }

    @Test
    void facts_about_strangers_and_other_amounts_are_recorded_once_as_mismatches() {
        Story none = Story.of(earn(0, 10, NOON));
        assertThat(kind(none, payout(1, "po_9", 100, PAID, NOON))).isEqualTo(MismatchKind.UNKNOWN_PAYOUT);
        none.then(see(P1, payout(1, "po_9", 100, PAID, NOON), NOON))
                .when(see(P1, payout(1, "po_9", 100, PAID, NOON), NOON))
                .changesNothing();
        assertThat(kind(PayoutsTest.SENT, payout(1, "po_1", 90, PAID, NOON))).isEqualTo(MismatchKind.AMOUNT_DIFFERS);
        PayoutsTest.SENT.when(see(P1, payout(1, "po_1", 90, PAID, NOON), NOON)).leaves(P1, PayoutStatus.PAID);
        PayoutsTest.ACCEPTED
                .when(answer(P1, PayoutStep.PAYOUT, 1, refused(), NOON))
                .records("PayoutMismatchSeen");
    }

    @Test
    void an_object_with_our_reference_on_another_account_is_a_mismatch_and_no_progress() {
        AccountCommand elsewhere =
                new AccountCommand.ObserveElsewhere(Acct.ACCOUNT, P1, payout(1, "po_1", 100, PAID, NOON), NOON);
        Story seen = PayoutsTest.SENT.then(elsewhere);
        PayoutsTest.SENT.when(elsewhere).records("PayoutMismatchSeen");
        seen.when(elsewhere).changesNothing();
        seen.when(see(P1, payout(1, "po_2", 100, PAID, NOON), NOON)).leaves(P1, PayoutStatus.PAID);
    }

    private static MismatchKind kind(Story story, RailFact fact) {
        return ((PayoutMismatchSeen) story.when(see(P1, fact, NOON)).facts().getFirst()).kind();
    }

    @Test
    void a_reversed_transfer_takes_back_what_lies_on_the_connected_account() {
        Story closed = PayoutsTest.TRANSFERRED.then(
                new AccountCommand.ContinuePayout(Acct.ACCOUNT, P1, 1, Acct.BLOCKED, NOON), close(P1, NOON));
        Story back = closed.when(reversal("trr_1", 100)).moves("1010 +100", "1020 -100");
        back.when(reversal("trr_1", 100)).changesNothing();
        closed.when(reversal("trr_1", 130)).moves("1010 +100", "1020 -100");
        RailFact reversed =
                new RailFact(PayoutStep.TRANSFER, 1, "tr_1", usd(100), RailFact.Status.REVERSED, null, null, NOON);
        closed.when(see(P1, reversed, NOON)).moves("1010 +100", "1020 -100");
        back.when(see(P1, reversed, NOON)).changesNothing();
    }

    private static RecordReversal reversal(String id, long minor) {
        Money amount = usd(minor);
        return new RecordReversal(Acct.ACCOUNT, P1, id, "tr_1", amount, NOON, NOON);
    }

    @Test
    void an_object_of_an_attempt_the_log_has_lost_still_counts() {
        PayoutsTest.RESERVED
                .when(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .moves("1020 +100", "1010 -100", "1021 +100", "1020 -100", "2003 +100", "1021 -100");
        Story other = Story.of(earn(0, 5, NOON), reserve(P1, 5, NOON));
        assertThat(other.payout(P1).status()).isEqualTo(PayoutStatus.RESERVED);
    }

    @Test
    void a_payout_seen_before_its_transfer_takes_nothing_that_another_payout_counts_on() {
        Story found = Story.of(earn(0, 100, NOON), earn(1, 100, NOON), reserve(P1, 100, NOON), reserve(P2, 100, NOON))
                .then(submit(P1, 1, NOON), see(P1, transfer(1, "tr_1", 100, NOON), NOON), carryOn(P1, 1, NOON))
                .then(
                        submit(P2, 1, NOON),
                        answer(P2, PayoutStep.TRANSFER, 1, unknown(), NOON),
                        absent(P2, PayoutStep.TRANSFER, 1, NOON))
                .then(see(P2, payout(1, "po_2", 100, PAID, NOON), NOON))
                .then(see(P1, payout(1, "po_1", 100, PAID, NOON), NOON))
                .then(see(P2, transfer(1, "tr_2", 100, NOON), NOON));
        assertThat(found.balance(1020)).isZero();
    }
}
