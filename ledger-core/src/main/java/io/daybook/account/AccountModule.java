package io.daybook.account;

import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** What the wiring needs of this feature. */
public final class AccountModule {
    private AccountModule() {}

    /** @param reviewWindow how long earnings stay pending after approval; zero makes them available at once */
    public static Feature feature(Duration reviewWindow) {
        GrossPay pay = new GrossPay(reviewWindow);
        return new Feature(
                List.of(AccountAggregate.class),
                List.of(new ReadModel<>(new AccountProjection(), new AccountTable())),
                List.of(
                        new WhenTimesheetApprovedPostEarnings(pay),
                        new WhenTimesheetCorrectedCorrectEarnings(pay),
                        new WhenPayoutReservedLockTimesheets(),
                        new WhenHoldPlacedHoldAmount(),
                        new WhenMoneyCameBackBlockDestination()));
    }

    public static AccountViews views(DataSource source) {
        return new AccountReadTable(source);
    }

    /** For explanations. */
    public static AccountEdgeViews edges(DataSource source) {
        return new AccountEdgeTable(source);
    }
}
