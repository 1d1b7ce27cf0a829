package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.ADA;
import static io.daybook.account.Acct.CHECKER;
import static io.daybook.account.Acct.LIMIT;
import static io.daybook.account.Acct.MAKER;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.adjust;
import static io.daybook.account.Acct.adjustment;
import static io.daybook.account.Acct.adjustmentId;
import static io.daybook.account.Acct.correction;
import static io.daybook.account.Acct.day;
import static io.daybook.account.Acct.earn;
import static io.daybook.account.Acct.earned;

import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.Adjustment.Correction;
import io.daybook.account.Adjustment.Direction;
import io.daybook.contractor.Actor;
import io.daybook.kernel.Subject;
import org.junit.jupiter.api.Test;

class AdjustmentsTest {
    @Test
    void bonus_referral_and_expense_each_have_their_expense() {
        Story.of().when(adjust(adjustment("b", AdjustmentKind.BONUS, 10), NOON)).moves("5010 +10", "2000 -10");
        Story.of()
                .when(adjust(adjustment("r", AdjustmentKind.REFERRAL, 10), NOON))
                .moves("5020 +10", "2000 -10");
        Story.of()
                .when(adjust(adjustment("e", AdjustmentKind.EXPENSE, 10), NOON))
                .moves("5030 +10", "2000 -10");
    }

    @Test
    void a_deduction_takes_no_more_than_is_available() {
        PostAdjustment deduction = adjust(adjustment("d", AdjustmentKind.DEDUCTION, 30), NOON);
        Story.of(earn(0, 20, NOON)).when(deduction).isRefused("insufficient-available");
        Story.of(earn(0, 100, NOON)).when(deduction).moves("2000 +30", "2060 -30");
    }

    @Test
    void the_same_adjustment_twice_is_one() {
        PostAdjustment bonus = adjust(adjustment("b", AdjustmentKind.BONUS, 10), NOON);
        Story.of(bonus).when(bonus).changesNothing();
    }

    @Test
    void above_the_limit_it_waits_for_a_second_person() {
        Story waiting = Story.of()
                .when(adjust(adjustment("b", AdjustmentKind.BONUS, 1000_01), NOON))
                .movesNothing();
        waiting.when(approve("b", MAKER)).isRefused("needs-second-person");
        waiting.when(approve("b", new Actor(new Subject("ada"), ADA))).isRefused("needs-second-person");
        Story made = waiting.when(approve("b", CHECKER)).moves("5010 +100001", "2000 -100001");
        made.when(approve("b", CHECKER)).changesNothing();
        waiting.when(approve("other", CHECKER)).isRefused("not-found");
    }

    @Test
    void whoever_is_paid_by_it_never_makes_it_alone() {
        Actor ada = new Actor(new Subject("ada"), ADA);
        Story.of()
                .when(new PostAdjustment(ACCOUNT, adjustment("b", AdjustmentKind.BONUS, 1), ada, LIMIT, NOON))
                .records("AdjustmentProposed");
    }

    @Test
    void a_deduction_that_waited_is_checked_again() {
        Story waiting = Story.of(
                earn(0, 2000_00, NOON),
                adjust(adjustment("d", AdjustmentKind.DEDUCTION, 1500_00), NOON),
                adjust(adjustment("small", AdjustmentKind.DEDUCTION, 900_00), NOON));
        waiting.when(approve("d", CHECKER)).isRefused("insufficient-available");
    }

    private static ApproveAdjustment approve(String name, Actor who) {
        return new ApproveAdjustment(ACCOUNT, adjustmentId(name), who, NOON);
    }

    @Test
    void a_correction_goes_back_to_the_expense_of_what_it_corrects() {
        PostAdjustment bonus = adjust(adjustment("b", AdjustmentKind.BONUS, 100), NOON);
        AccountEntryId entry = AccountEntryId.ofAdjustment(adjustmentId("b"));
        Correction down = new Correction(Direction.DOWN, entry, EntryKind.BONUS);
        Correction up = new Correction(Direction.UP, entry, EntryKind.BONUS);
        Story.of(bonus).when(adjust(correction("c", down, 130), NOON)).moves("2000 +100", "1100 +30", "5010 -130");
        Story.of(bonus).when(adjust(correction("c", up, 30), NOON)).moves("5010 +30", "2000 -30");
    }

    @Test
    void a_correction_of_earnings_touches_what_is_pending_while_its_window_runs() {
        Correction down = new Correction(Direction.DOWN, earned(0), EntryKind.EARNINGS);
        Correction up = new Correction(Direction.UP, earned(0), EntryKind.EARNINGS);
        Story pending = Story.of(earn(0, 100, day(20), NOON), earn(1, 50, NOON));
        pending.when(adjust(correction("c", down, 120), day(18))).moves("2001 +100", "2000 +20", "5000 -120");
        pending.when(adjust(correction("c", up, 20), day(18))).moves("5000 +20", "2001 -20");
    }

    @Test
    void an_advance_is_recovered_not_corrected() {
        Correction down = new Correction(Direction.DOWN, earned(0), EntryKind.ADVANCE);
        Story.of(earn(0, 10, NOON)).when(adjust(correction("c", down, 5), NOON)).isRefused("illegal-state");
    }
}
