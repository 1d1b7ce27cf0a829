package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.CHECKER;
import static io.daybook.account.Acct.HERSELF;
import static io.daybook.account.Acct.LIMIT;
import static io.daybook.account.Acct.NOON;
import static io.daybook.account.Acct.P1;
import static io.daybook.account.Acct.absent;
import static io.daybook.account.Acct.adjustment;
import static io.daybook.account.Acct.adjustmentId;
import static io.daybook.account.Acct.answer;
import static io.daybook.account.Acct.refused;
import static io.daybook.account.Acct.unknown;

import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.ClosePayout;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountCommand.ReleasePayout;
import io.daybook.account.AccountCommand.RetryPayout;
import io.daybook.contractor.Actor;
import io.daybook.kernel.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may not decide about money, whatever their roles. */
class PartialSignersTest {
    private static final Actor LOCAL = Actor.staff(Subject.LOCAL_COMMAND);

    @Test
    void a_local_command_approves_no_adjustment() {
        Story.of(new PostAdjustment(ACCOUNT, adjustment("b", AdjustmentKind.BONUS, 1000_01), CHECKER, LIMIT, NOON))
                .when(new ApproveAdjustment(ACCOUNT, adjustmentId("b"), LOCAL, NOON))
                .isRefused("needs-second-person");
    }

    @Test
    void nobody_decides_what_becomes_of_a_payout_to_themselves_or_to_where_they_said() {
        Story refused = PayoutsTest.SUBMITTING.then(answer(P1, PayoutStep.TRANSFER, 1, refused(), NOON));
        for (Signer partial : List.of(new Signer(HERSELF, false), new Signer(CHECKER, true))) {
            refused.when(new RetryPayout(ACCOUNT, P1, false, partial, NOON)).isRefused("needs-second-person");
            refused.when(new ClosePayout(ACCOUNT, P1, partial, NOON)).isRefused("needs-second-person");
        }
        refused.when(new RetryPayout(ACCOUNT, P1, false, new Signer(CHECKER, false), NOON))
                .leaves(P1, PayoutStatus.RESERVED);
        Story absent = PayoutsTest.SUBMITTING.then(
                answer(P1, PayoutStep.TRANSFER, 1, unknown(), NOON), absent(P1, PayoutStep.TRANSFER, 1, NOON));
        absent.when(new ReleasePayout(ACCOUNT, P1, false, new Signer(HERSELF, false), NOON))
                .isRefused("needs-second-person");
    }
}
