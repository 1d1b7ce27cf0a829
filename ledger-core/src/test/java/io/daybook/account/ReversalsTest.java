package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.AWAY;
import static io.daybook.account.Acct.HOME;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.P2;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.payout;
import static io.daybook.account.Acct.reserve;
import static io.daybook.account.Acct.see;
import static io.daybook.account.Acct.submit;
import static io.daybook.account.Acct.transfer;
import static io.daybook.account.Acct.usd;
import static io.daybook.account.RailFact.Status.FAILED;
import static io.daybook.account.RailFact.Status.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.EndReversal;
import io.daybook.account.AccountCommand.TakeBack;
import io.daybook.account.PayoutProgress.ReversalBegun;
import org.junit.jupiter.api.Test;

/** What lies on a connected account beyond what is owed, or where nobody is paid any more, is taken back. */
class ReversalsTest {
    private static final Story PAID_OUT = Story.of(
            earn(0, 100, NOON),
            reserve(P1, 100, NOON),
            submit(P1, 1, NOON),
            see(P1, transfer(1, "tr_1", 100, NOON), NOON),
            Acct.carryOn(P1, 1, NOON),
            see(P1, payout(1, "po_1", 100, PAID, NOON), NOON));
    private static final Story CAME_BACK = PAID_OUT.then(see(P1, payout(1, "po_1", 100, FAILED, NOON), NOON));

    private static TakeBack takeBack(PayoutDestination now) {
        return new TakeBack(ACCOUNT, P1, now.account().index(), NOON);
    }

    private static EndReversal end(ReversalAnswer answer) {
        return new EndReversal(ACCOUNT, P1, 1, answer, NOON);
    }

    private static ReversalAnswer done(long minor) {
        return new ReversalAnswer.Done("trr_1", usd(minor), NOON);
    }

    @Test
    void what_is_owed_may_stay_where_it_will_be_paid() {
        CAME_BACK.when(takeBack(HOME)).changesNothing();
    }

    @Test
    void what_lies_on_a_former_destination_is_taken_back_after_its_intent() {
        Story begun = CAME_BACK.when(takeBack(AWAY)).movesNothing();
        begun.when(takeBack(AWAY)).changesNothing();
        Story back = begun.when(end(done(100))).moves("1010 +100", "1020 -100");
        back.when(end(done(100))).changesNothing();
        back.when(takeBack(AWAY)).changesNothing();
        assertThat(back.balance(2040)).isEqualTo(100);
    }

    @Test
    void a_transfer_that_nobody_waited_for_is_taken_back() {
        Story twice = PAID_OUT.then(see(P1, transfer(1, "tr_2", 40, NOON), NOON));
        ReversalBegun begun = (ReversalBegun) twice.when(takeBack(HOME)).facts().getFirst();
        assertThat(begun.amount()).isEqualTo(usd(40));
        assertThat(begun.key()).isEqualTo(P1.value() + ":reversal:1");
    }

    @Test
    void what_is_on_its_way_back_is_not_there_for_the_next_payout() {
        Story begun = PAID_OUT.then(see(P1, transfer(1, "tr_2", 40, NOON), NOON), takeBack(HOME));
        Story next = begun.then(earn(1, 60, NOON), reserve(P2, 60, NOON), submit(P2, 1, NOON));
        assertThat(next.payout(P2).step(PayoutStep.TRANSFER).amount()).isEqualTo(usd(60));
    }

    @Test
    void a_refusal_leaves_it_where_it_is_and_the_next_try_has_a_key_of_its_own() {
        Story refused = CAME_BACK
                .then(takeBack(AWAY))
                .when(end(new ReversalAnswer.Refused("balance_insufficient")))
                .movesNothing();
        ReversalBegun again =
                (ReversalBegun) refused.when(takeBack(AWAY)).facts().getFirst();
        assertThat(again.key()).isEqualTo(P1.value() + ":reversal:2");
    }

    @Test
    void a_message_that_comes_before_the_answer_is_posted_once() {
        RailFact reversed =
                new RailFact(PayoutStep.TRANSFER, 1, "tr_1", usd(100), RailFact.Status.REVERSED, null, null, NOON);
        Story told =
                CAME_BACK.then(takeBack(AWAY)).when(see(P1, reversed, NOON)).moves("1010 +100", "1020 -100");
        told.when(end(done(100))).movesNothing();
    }

    @Test
    void nothing_is_taken_back_from_under_a_payout_that_goes_on() {
        Story.of(
                        earn(0, 100, NOON),
                        reserve(P1, 100, NOON),
                        submit(P1, 1, NOON),
                        see(P1, transfer(1, "tr_1", 100, NOON), NOON))
                .when(takeBack(AWAY))
                .changesNothing();
    }
}
