package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.payout;
import static io.daybook.account.Acct.reserve;
import static io.daybook.account.Acct.submit;
import static io.daybook.account.Acct.transfer;
import static io.daybook.account.RailFact.Status.FAILED;
import static io.daybook.account.RailFact.Status.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.AccountCommand.DropPayout;
import org.junit.jupiter.api.Test;

/** The log was put back to an earlier point: the provider carries what it never meant. */
class AdoptedObjectsTest {
    private static final Story EARNED = Story.of(earn(0, 100, NOON));
    private static final Story RESERVED = EARNED.then(reserve(P1, 100, NOON));

    private static AdoptObject adopt(RailFact fact) {
        return new AdoptObject(ACCOUNT, P1, "stripe", fact, NOON);
    }

    @Test
    void what_was_paid_before_the_log_remembers_is_posted_and_never_sent_again() {
        Story adopted = RESERVED.then(adopt(transfer(1, "tr_1", 100, NOON)));
        Story paid = adopted.when(adopt(payout(1, "po_1", 100, PAID, NOON)))
                .moves("1021 +100", "1020 -100", "2003 +100", "1021 -100");
        assertThat(paid.payout(P1).status()).isEqualTo(PayoutStatus.FOUND_LATE);
        paid.when(submit(P1, 1, NOON)).isRefused("illegal-state");
    }

    @Test
    void a_line_that_was_paid_before_it_is_reserved_is_paid_when_it_is() {
        Story adopted = EARNED.then(adopt(transfer(1, "tr_1", 100, NOON)), adopt(payout(1, "po_1", 100, PAID, NOON)));
        adopted.when(reserve(P1, 100, NOON)).leaves(P1, PayoutStatus.FOUND_LATE);
    }

    @Test
    void what_was_paid_is_booked_whatever_blocks_by_now_and_is_never_left_out() {
        Story adopted = EARNED.then(adopt(transfer(1, "tr_1", 100, NOON)), adopt(payout(1, "po_1", 100, PAID, NOON)));
        adopted.when(reserve(P1, 100, Acct.STRIPE, Acct.BLOCKED, NOON)).leaves(P1, PayoutStatus.FOUND_LATE);
        adopted.when(reserve(P1, 100, Acct.STRIPE, Acct.MOVED, NOON)).leaves(P1, PayoutStatus.FOUND_LATE);
        adopted.when(drop()).isRefused("illegal-state");
        adopted.when(reserve(P1, 101, NOON)).isRefused("illegal-state");
    }

    @Test
    void what_paid_nobody_may_be_left_out() {
        Story failed = EARNED.then(adopt(payout(1, "po_1", 100, FAILED, NOON)));
        failed.when(drop()).records("PayoutDropped");
        failed.when(reserve(P1, 100, Acct.STRIPE, Acct.BLOCKED, NOON)).records("PayoutDropped");
    }

    private static DropPayout drop() {
        return new DropPayout(ACCOUNT, P1, Acct.BATCH, Acct.usd(100), DropReason.BATCH_CANCELED, NOON);
    }

    @Test
    void a_transfer_that_is_there_already_is_not_made_again() {
        Story adopted = RESERVED.then(adopt(transfer(1, "tr_1", 100, NOON)), submit(P1, 1, NOON));
        assertThat(adopted.payout(P1).step(PayoutStep.TRANSFER).attempt()).isZero();
        assertThat(adopted.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(1);
    }

    @Test
    void a_key_that_the_provider_knows_is_never_used_again() {
        Story adopted = RESERVED.then(
                adopt(transfer(1, "tr_1", 60, NOON)), adopt(payout(2, "po_2", 100, FAILED, NOON)), submit(P1, 1, NOON));
        assertThat(adopted.payout(P1).step(PayoutStep.TRANSFER).attempt()).isEqualTo(2);
        Story carriedOn = adopted.then(Acct.see(P1, transfer(2, "tr_2", 40, NOON), NOON), Acct.carryOn(P1, 1, NOON));
        assertThat(carriedOn.payout(P1).step(PayoutStep.PAYOUT).attempt()).isEqualTo(3);
    }

    @Test
    void an_object_is_adopted_once() {
        RESERVED.then(adopt(transfer(1, "tr_1", 100, NOON)))
                .when(adopt(transfer(1, "tr_1", 100, NOON)))
                .changesNothing();
        EARNED.when(adopt(transfer(1, "tr_1", 100, NOON))).records("ObjectAdopted", "PayoutMismatchSeen");
    }
}
