package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.CHECKER;
import static io.daybook.account.Acct.MAKER;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.REASON;
import static io.daybook.account.Acct.adjustmentId;
import static io.daybook.account.Acct.correct;
import static io.daybook.account.Acct.day;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.earned;
import static io.daybook.account.Acct.hold;
import static io.daybook.account.Acct.pass;
import static io.daybook.account.Acct.reserve;
import static io.daybook.account.Acct.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.GrantAdvance;
import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.RecoverAdvance;
import io.daybook.account.AccountCommand.RemitWithheld;
import io.daybook.account.AccountCommand.WithholdTax;
import io.daybook.account.AccountCommand.WriteOffClawback;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.contractor.Actor;
import io.daybook.contractor.HoldId;
import io.daybook.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each row of the table of postings that needs no payout, and the rules around it. */
class AccountEntriesTest {
    @Test
    void approved_hours_are_available_at_once_without_a_review_window() {
        Story.of().when(earn(0, 100, NOON)).moves("5000 +100", "2000 -100");
    }

    @Test
    void approved_hours_are_pending_while_their_review_window_runs() {
        Story.of().when(earn(0, 100, day(20), NOON)).moves("5000 +100", "2001 -100");
    }

    @Test
    void the_same_approval_posts_once() {
        Story.of(earn(0, 100, NOON)).when(earn(0, 100, day(20))).changesNothing();
    }

    @Test
    void work_is_earned_when_it_was_done_but_never_after_its_approval() {
        PostEarnings early = earn(2, 100, day(10));
        EarningsPosted posted = (EarningsPosted) Story.of().when(early).facts().getFirst();
        assertThat(early.workedAt()).isAfter(day(10));
        assertThat(posted.occurredAt()).isEqualTo(day(10));
    }

    @Test
    void earnings_of_nothing_move_nothing_and_are_remembered() {
        Story none = Story.of().when(earn(0, 0, NOON)).movesNothing();
        none.when(earn(0, 100, NOON)).changesNothing();
    }

    @Test
    void a_passed_review_window_makes_earnings_available() {
        Story pending = Story.of(earn(0, 100, day(20), NOON));
        pending.when(pass(0, day(19))).isRefused("illegal-state");
        Story passed = pending.when(pass(0, day(20))).moves("2001 +100", "2000 -100");
        passed.when(pass(0, day(21))).changesNothing();
    }

    @Test
    void a_window_passes_when_it_ended_however_late_anybody_looks() {
        var facts = Story.of(earn(0, 100, day(20), NOON)).when(pass(0, day(25))).facts();
        assertThat(facts.getFirst().occurredAt()).isEqualTo(day(20));
    }

    @Test
    void a_correction_up_is_pending_while_the_window_runs_and_available_after_it() {
        Story pending = Story.of(earn(0, 100, day(20), NOON));
        pending.when(correct(0, 1, 30, day(18))).moves("5000 +30", "2001 -30");
        pending.when(correct(0, 1, 30, day(21))).moves("2001 +100", "2000 -100", "5000 +30", "2000 -30");
    }

    @Test
    void a_correction_down_takes_pending_then_available_then_held_then_is_owed_to_us() {
        Story.of(earn(0, 100, day(20), NOON)).when(correct(0, 1, -40, day(18))).moves("2001 +40", "5000 -40");
        Story.of(earn(0, 100, NOON), hold("h", 30, NOON), earn(1, 10, NOON))
                .when(correct(0, 1, -120, NOON))
                .moves("2000 +80", "2002 +30", "1100 +10", "5000 -120");
    }

    @Test
    void a_correction_of_nothing_and_a_repeated_one_change_nothing() {
        Story once = Story.of(earn(0, 100, NOON), correct(0, 1, -10, NOON));
        once.when(correct(0, 1, -10, NOON)).changesNothing();
        once.when(correct(0, 2, 0, NOON)).changesNothing();
    }

    @Test
    void what_is_owed_to_us_is_netted_from_any_later_credit_in_the_same_decision() {
        Story owing = Story.of(earn(0, 50, NOON), reserve(P1, 50, NOON), correct(0, 1, -50, NOON));
        assertThat(owing.balance(1100)).isEqualTo(50);
        owing.when(earn(1, 80, NOON)).moves("5000 +80", "2000 -80", "2000 +50", "1100 -50");
    }

    @Test
    void a_hold_takes_what_is_there_and_catches_later_credits_until_full() {
        Story held = Story.of(earn(0, 100, NOON)).when(hold("h", 150, NOON)).moves("2000 +100", "2002 -100");
        held.when(hold("h", 150, NOON)).changesNothing();
        Story full = held.when(earn(1, 80, NOON)).moves("5000 +80", "2000 -80", "2000 +50", "2002 -50");
        full.when(new LiftHold(ACCOUNT, HoldId.of("h"), NOON)).moves("2002 +150", "2000 -150");
    }

    @Test
    void holds_are_filled_oldest_first_and_a_lifted_one_fills_the_next() {
        Story two = Story.of(earn(0, 100, NOON), hold("first", 80, NOON), hold("second", 50, NOON));
        two.when(new LiftHold(ACCOUNT, HoldId.of("first"), NOON)).moves("2002 +80", "2000 -80", "2000 +30", "2002 -30");
    }

    @Test
    void a_hold_is_lifted_once_and_must_exist() {
        LiftHold lift = new LiftHold(ACCOUNT, HoldId.of("h"), NOON);
        Story.of().when(lift).isRefused("not-found");
        Story.of(hold("h", 10, NOON), lift).when(lift).changesNothing();
    }

    @Test
    void netting_comes_before_holds() {
        Story owing =
                Story.of(earn(0, 50, NOON), reserve(P1, 50, NOON), correct(0, 1, -50, NOON), hold("h", 100, NOON));
        owing.when(earn(1, 80, NOON)).moves("5000 +80", "2000 -80", "2000 +50", "1100 -50", "2000 +30", "2002 -30");
    }

    @Test
    void tax_is_withheld_from_what_is_available_and_paid_on_once() {
        WithholdTax tax = new WithholdTax(ACCOUNT, adjustmentId("t"), usd(30), NOON);
        Story.of(earn(0, 20, NOON)).when(tax).isRefused("insufficient-available");
        Story withheld = Story.of(earn(0, 100, NOON)).when(tax).moves("2000 +30", "2050 -30");
        withheld.when(tax).changesNothing();
        withheld.when(remit("r", Withheld.TAX, 31)).isRefused("insufficient-available");
        withheld.when(remit("r", Withheld.TAX, 30)).moves("2050 +30", "1000 -30");
    }

    private static RemitWithheld remit(String name, Withheld kind, long minor) {
        return new RemitWithheld(ACCOUNT, adjustmentId(name), kind, usd(minor), NOON);
    }

    @Test
    void an_advance_needs_two_people_and_is_recovered_at_most_once() {
        Story.of().when(advance(MAKER)).isRefused("needs-second-person");
        Story.of().when(advance(new Actor(CHECKER.subject(), Acct.ADA))).isRefused("needs-second-person");
        Story granted = Story.of().when(advance(CHECKER)).moves("1110 +60", "2000 -60");
        granted.when(recover(70)).isRefused("insufficient-available");
        granted.when(recover(60)).moves("2000 +60", "1110 -60");
    }

    private static GrantAdvance advance(Actor approver) {
        return new GrantAdvance(ACCOUNT, adjustmentId("a"), usd(60), MAKER, approver, NOON);
    }

    private static RecoverAdvance recover(long minor) {
        return new RecoverAdvance(ACCOUNT, adjustmentId("back"), usd(minor), NOON);
    }

    @Test
    void what_is_owed_to_us_is_written_off_by_two_people() {
        Story owing = Story.of(earn(0, 50, NOON), reserve(P1, 50, NOON), correct(0, 1, -50, NOON));
        owing.when(writeOff(50, MAKER)).isRefused("needs-second-person");
        owing.when(writeOff(51, CHECKER)).isRefused("insufficient-available");
        owing.when(writeOff(50, CHECKER)).moves("5200 +50", "1100 -50");
    }

    private static WriteOffClawback writeOff(long minor, Actor approver) {
        return new WriteOffClawback(ACCOUNT, adjustmentId("w"), usd(minor), REASON, MAKER, approver, NOON);
    }

    @Test
    void every_debit_uses_up_the_oldest_entries_first_and_names_each_part() {
        Story two = Story.of(earn(0, 40, NOON), earn(1, 40, NOON));
        var tax = (EntryEvent.TaxWithheld) two.when(new WithholdTax(ACCOUNT, adjustmentId("t"), usd(50), NOON))
                .facts()
                .getFirst();
        assertThat(tax.parts())
                .isEqualTo(List.of(new EntryPart(earned(0), usd(40)), new EntryPart(earned(1), usd(10))));
    }

    @Test
    void an_account_takes_only_its_own_currency_and_amounts_above_zero() {
        Story.of().when(hold("h", 0, NOON)).isRefused("not-positive");
        Story.of()
                .when(new WithholdTax(ACCOUNT, adjustmentId("t"), Money.of(5, "EUR"), NOON))
                .isRefused("unsupported-currency");
    }
}
