package io.daybook.account;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.account.AccountRows.Adjusted;
import io.daybook.account.AccountRows.Credit;
import io.daybook.account.AccountRows.Moment;
import io.daybook.account.AccountRows.Move;
import io.daybook.account.AccountRows.Shift;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes entries, payouts and adjustments: one statement for each kind of row. */
final class AccountTable implements ProjectionTable<AccountRows> {
    private static final String MOVE_PAYOUTS = """
            UPDATE view.payout p
               SET since = CASE WHEN row.status IS NULL OR row.status = p.status AND NOT row.around::boolean THEN p.since
                                ELSE row.since::timestamptz END,
                   status = COALESCE(row.status, p.status),
                   attempt = COALESCE(row.attempt::integer, p.attempt),
                   step = COALESCE(row.step, p.step),
                   step_attempt = COALESCE(row.step_attempt::integer, p.step_attempt),
                   step_key = COALESCE(row.step_key, p.step_key),
                   step_hash = COALESCE(row.step_hash, p.step_hash),
                   step_minor = COALESCE(row.step_minor::bigint, p.step_minor),
                   transfer = COALESCE(row.transfer, p.transfer),
                   object = COALESCE(row.object, p.object),
                   trace = COALESCE(row.trace, p.trace),
                   failure = COALESCE(row.failure, p.failure),
                   suspense_minor = p.suspense_minor + row.suspense::bigint
              FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                          ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS row(payout, status, since, around, attempt, step, step_attempt, step_key, step_hash, step_minor,
                       transfer, object, trace, failure, suspense)
             WHERE p.payout = row.payout
            """;

    @Override
    public Set<String> tables() {
        return Set.of(
                "account_entry",
                "account_entry_use",
                "adjustment",
                "payout",
                "payout_dropped",
                "payout_moment",
                "payout_part");
    }

    @Override
    public void write(Connection connection, AccountRows rows) throws SQLException {
        if (!rows.credits.isEmpty()) insertCredits(connection, rows.credits);
        if (!rows.shifts.isEmpty()) updateShifts(connection, rows.shifts.entrySet());
        AccountEdgeTable.write(connection, rows.uses);
        if (!rows.reserved.isEmpty()) insertPayouts(connection, rows.reserved);
        PayoutPartTable.write(connection, rows);
        if (!rows.dropped.isEmpty()) insertDropped(connection, rows.dropped);
        if (!rows.moves.isEmpty()) updateMoves(connection, rows.moves.entrySet());
        if (!rows.moments.isEmpty()) insertMoments(connection, rows.moments);
        if (!rows.adjustments.isEmpty()) upsertAdjustments(connection, rows.adjustments.values());
    }

    private static void insertCredits(Connection connection, List<Credit> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.account_entry
                       (entry, account, contractor, currency, kind, timesheet, project, month, corrects, adjustment,
                        returned, seconds, amount_minor, pending_minor, available_minor, held_minor, in_payouts_minor,
                        used_minor, pending_until, earned_at, position)
                SELECT entry, account, contractor, currency, kind, timesheet, project, month, corrects, adjustment,
                       returned, seconds::bigint, minor::bigint,
                       CASE WHEN pending_until IS NULL THEN 0 ELSE minor::bigint END,
                       CASE WHEN pending_until IS NULL THEN minor::bigint ELSE 0 END,
                       0, 0, 0, pending_until::timestamptz, earned_at::timestamptz, position::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(entry, account, contractor, currency, kind, timesheet, project, month, corrects, adjustment,
                           returned, seconds, minor, pending_until, earned_at, position)
                """,
                column(rows, row -> row.entry().value()),
                column(rows, row -> row.account().value()),
                column(rows, row -> row.account().contractor().value()),
                column(rows, row -> row.account().currency()),
                column(rows, Credit::kind),
                column(rows, Credit::timesheet),
                column(rows, Credit::project),
                column(rows, Credit::month),
                column(rows, Credit::corrects),
                column(rows, Credit::adjustment),
                column(rows, Credit::returned),
                column(rows, Credit::seconds),
                column(rows, Credit::amountMinor),
                column(rows, Credit::pendingUntil),
                column(rows, Credit::earnedAt),
                column(rows, Credit::position));
    }

    private static void updateShifts(Connection connection, Collection<Map.Entry<AccountEntryId, Shift>> rows)
            throws SQLException {
        update(
                connection,
                """
                UPDATE view.account_entry e
                   SET pending_minor = e.pending_minor + row.pending::bigint,
                       available_minor = e.available_minor + row.available::bigint,
                       held_minor = e.held_minor + row.held::bigint,
                       in_payouts_minor = e.in_payouts_minor + row.in_payouts::bigint,
                       used_minor = e.used_minor + row.used::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(entry, pending, available, held, in_payouts, used)
                 WHERE e.entry = row.entry
                """,
                column(rows, row -> row.getKey().value()),
                column(rows, row -> row.getValue().pending()),
                column(rows, row -> row.getValue().available()),
                column(rows, row -> row.getValue().held()),
                column(rows, row -> row.getValue().inPayouts()),
                column(rows, row -> row.getValue().used()));
    }

    private static void insertPayouts(Connection connection, List<PayoutReserved> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout
                       (payout, account, contractor, currency, batch, amount_minor, status, attempt, rail, source,
                        destination_version, destination, destination_index, reserved_at, since)
                SELECT payout, account, contractor, currency, batch, minor::bigint, 'RESERVED', 1, rail, source,
                       version::integer, destination, index, at::timestamptz, at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(payout, account, contractor, currency, batch, minor, rail, source, version, destination,
                           index, at)
                """,
                column(rows, row -> row.payout().value()),
                column(rows, row -> row.account().value()),
                column(rows, row -> row.account().contractor().value()),
                column(rows, row -> row.account().currency()),
                column(rows, PayoutReserved::batch),
                column(rows, row -> row.amount().minor()),
                column(rows, row -> row.route().rail()),
                column(rows, row -> row.route().source()),
                column(rows, row -> row.destination().version()),
                column(rows, row -> row.destination().account().sealed().toText()),
                column(rows, row -> row.destination().account().index()),
                column(rows, PayoutReserved::occurredAt));
    }

    private static void insertDropped(Connection connection, List<PayoutDropped> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_dropped
                       (payout, account, contractor, currency, batch, amount_minor, reason, blocking)
                SELECT payout, account, contractor, currency, batch, minor::bigint, reason, blocking
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(payout, account, contractor, currency, batch, minor, reason, blocking)
                """,
                column(rows, row -> row.payout().value()),
                column(rows, row -> row.account().value()),
                column(rows, row -> row.account().contractor().value()),
                column(rows, row -> row.account().currency()),
                column(rows, PayoutDropped::batch),
                column(rows, row -> row.amount().minor()),
                column(rows, PayoutDropped::reason),
                column(rows, row -> row.blocking().stream().map(Enum::name).collect(Collectors.joining(","))));
    }

    private static void updateMoves(Connection connection, Collection<Map.Entry<PayoutId, Move>> rows)
            throws SQLException {
        update(
                connection,
                MOVE_PAYOUTS,
                column(rows, row -> row.getKey().value()),
                column(rows, row -> row.getValue().status()),
                column(rows, row -> row.getValue().since()),
                column(rows, row -> row.getValue().around()),
                column(rows, row -> row.getValue().attempt()),
                column(rows, row -> ofIntent(row.getValue(), StepIntent::step)),
                column(rows, row -> ofIntent(row.getValue(), StepIntent::attempt)),
                column(rows, row -> ofIntent(row.getValue(), StepIntent::key)),
                column(rows, row -> ofIntent(row.getValue(), StepIntent::requestHash)),
                column(
                        rows,
                        row -> ofIntent(
                                row.getValue(), intent -> intent.amount().minor())),
                column(rows, row -> row.getValue().transfer()),
                column(rows, row -> row.getValue().object()),
                column(rows, row -> row.getValue().trace()),
                column(rows, row -> row.getValue().failure()),
                column(rows, row -> row.getValue().suspense()));
    }

    private static @Nullable Object ofIntent(Move move, Function<StepIntent, Object> part) {
        StepIntent intent = move.intent();
        return intent == null ? null : part.apply(intent);
    }

    private static void insertMoments(Connection connection, List<Moment> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_moment (payout, position, what, attempt, detail, occurred_at)
                SELECT payout, position::bigint, what, attempt::integer, detail, at::timestamptz
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(payout, position, what, attempt, detail, at)
                """,
                column(rows, row -> row.payout().value()),
                column(rows, Moment::position),
                column(rows, Moment::what),
                column(rows, Moment::attempt),
                column(rows, Moment::detail),
                column(rows, Moment::occurredAt));
    }

    private static void upsertAdjustments(Connection connection, Collection<Adjusted> rows) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.adjustment
                       (adjustment, account, kind, amount_minor, currency, reason, direction, corrects, corrects_kind,
                        posted, maker, approver, at, position, posted_position)
                SELECT adjustment, account, kind, minor::bigint, currency, reason, direction, corrects, corrects_kind,
                       posted::boolean, maker, approver, at::timestamptz, position::bigint,
                       posted_position::bigint
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    AS row(adjustment, account, kind, minor, currency, reason, direction, corrects, corrects_kind,
                           posted, maker, approver, at, position, posted_position)
                ON CONFLICT (adjustment) DO UPDATE
                   SET posted = excluded.posted, approver = excluded.approver, at = excluded.at,
                       posted_position = excluded.posted_position
                """,
                column(rows, row -> row.adjustment().id().value()),
                column(rows, row -> row.account().value()),
                column(rows, row -> row.adjustment().kind()),
                column(rows, row -> row.adjustment().amount().minor()),
                column(rows, row -> row.adjustment().amount().currency()),
                column(rows, row -> row.adjustment().reason().toText()),
                column(rows, row -> ofCorrection(row, Adjustment.Correction::direction)),
                column(
                        rows,
                        row -> ofCorrection(
                                row, correction -> correction.corrects().value())),
                column(rows, row -> ofCorrection(row, Adjustment.Correction::kind)),
                column(rows, Adjusted::posted),
                column(rows, row -> row.maker().value()),
                column(
                        rows,
                        row -> row.approver() == null ? null : row.approver().value()),
                column(rows, Adjusted::at),
                column(rows, Adjusted::position),
                column(rows, Adjusted::postedPosition));
    }

    private static @Nullable Object ofCorrection(Adjusted row, Function<Adjustment.Correction, Object> part) {
        Adjustment.Correction correction = row.adjustment().correction();
        return correction == null ? null : part.apply(correction);
    }
}
