package io.daybook.account;

import static io.daybook.shell.SqlTable.instant;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How rows of the account's tables become what its views answer. */
final class AccountRowsOfTable {
    private AccountRowsOfTable() {}

    static AccountEntryView entry(ResultSet row) throws SQLException {
        return new AccountEntryView(
                new AccountEntryId(row.getString("entry")),
                new AccountId(row.getString("account")),
                EntryKind.valueOf(row.getString("kind")),
                id(row, "timesheet", TimesheetId::new),
                row.getString("project"),
                id(row, "month", AccountingMonth::parse),
                id(row, "corrects", AccountEntryId::new),
                id(row, "adjustment", AdjustmentId::new),
                id(row, "returned", PayoutId::new),
                row.getLong("seconds"),
                money(row, "amount_minor"),
                money(row, "pending_minor"),
                money(row, "available_minor"),
                money(row, "held_minor"),
                money(row, "in_payouts_minor"),
                money(row, "used_minor"),
                instantOrNull(row, "pending_until"),
                instant(row, "earned_at"),
                row.getLong("position"));
    }

    static PayoutView payout(ResultSet row) throws SQLException {
        return new PayoutView(
                new PayoutId(row.getString("payout")),
                new AccountId(row.getString("account")),
                row.getString("batch"),
                money(row, "amount_minor"),
                PayoutStatus.valueOf(row.getString("status")),
                row.getInt("attempt"),
                new PayoutRoute(row.getString("rail"), PayoutRoute.Source.valueOf(row.getString("source"))),
                new PayoutDestination(
                        row.getInt("destination_version"),
                        new Findable(Sealed.ofText(row.getString("destination")), row.getString("destination_index"))),
                instant(row, "reserved_at"),
                instant(row, "since"),
                intent(row),
                row.getString("transfer"),
                row.getString("object"),
                row.getString("trace"),
                row.getString("failure"),
                money(row, "suspense_minor"));
    }

    private static @Nullable StepIntent intent(ResultSet row) throws SQLException {
        String step = row.getString("step");
        if (step == null) return null;
        return new StepIntent(
                PayoutStep.valueOf(step),
                row.getInt("step_attempt"),
                row.getString("step_key"),
                row.getString("step_hash"),
                money(row, "step_minor"));
    }

    static PayoutView.Dropped dropped(ResultSet row) throws SQLException {
        String blocking = row.getString("blocking");
        return new PayoutView.Dropped(
                new PayoutId(row.getString("payout")),
                new AccountId(row.getString("account")),
                row.getString("batch"),
                money(row, "amount_minor"),
                DropReason.valueOf(row.getString("reason")),
                blocking.isEmpty() ? List.of() : List.of(blocking.split(",")));
    }

    static AdjustmentView adjustment(ResultSet row) throws SQLException {
        return new AdjustmentView(
                new AccountId(row.getString("account")),
                new Adjustment(
                        new AdjustmentId(row.getString("adjustment")),
                        AdjustmentKind.valueOf(row.getString("kind")),
                        money(row, "amount_minor"),
                        Sealed.ofText(row.getString("reason")),
                        correction(row)),
                row.getBoolean("posted"),
                new Subject(row.getString("maker")),
                id(row, "approver", Subject::new),
                instant(row, "at"),
                row.getLong("position"));
    }

    private static Adjustment.@Nullable Correction correction(ResultSet row) throws SQLException {
        String direction = row.getString("direction");
        if (direction == null) return null;
        return new Adjustment.Correction(
                Adjustment.Direction.valueOf(direction),
                new AccountEntryId(row.getString("corrects")),
                EntryKind.valueOf(row.getString("corrects_kind")));
    }

    private static <T> @Nullable T id(ResultSet row, String column, Function<String, T> of) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : of.apply(text);
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column), row.getString("currency"));
    }
}
