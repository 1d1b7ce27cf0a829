package io.daybook.account;

import io.daybook.kernel.Policy;
import java.time.Duration;
import java.util.List;

/** What the accounts do when others' facts arrive. */
public final class AccountPolicies {
    private AccountPolicies() {}

    /** @param reviewWindow how long earnings stay pending after approval; zero makes them available at once */
    public static List<Policy> all(Duration reviewWindow) {
        GrossPay pay = new GrossPay(reviewWindow);
        return List.of(
                new WhenTimesheetApprovedPostEarnings(pay),
                new WhenTimesheetCorrectedCorrectEarnings(pay),
                new WhenPayoutReservedLockTimesheets(),
                new WhenHoldPlacedHoldAmount());
    }
}
