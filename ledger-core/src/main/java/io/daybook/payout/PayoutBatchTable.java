package io.daybook.payout;

import static io.daybook.shell.SqlTable.column;
import static io.daybook.shell.SqlTable.update;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ProjectionTable;
import io.daybook.payout.BatchRows.Change;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchCancelled;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchPaused;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchEvent.BatchResumed;
import io.daybook.payout.PayoutBatchEvent.ExecutionBegun;
import io.daybook.payout.PayoutBatchEvent.RestCancelled;
import io.daybook.payout.PayoutBatchEvent.StrayObjectNoted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/** Writes batches; their lines and their payouts' intents have tables of their own. */
final class PayoutBatchTable implements ProjectionTable<BatchRows> {
    @Override
    public Set<String> tables() {
        return Set.of(
                "payout_batch",
                "payout_batch_line",
                "payout_batch_spent",
                "payout_intent",
                "payout_reversal",
                "provider_object");
    }

    @Override
    public void write(Connection connection, BatchRows rows) throws SQLException {
        for (Change change : rows.changes()) write(connection, change);
        BatchLineTable.write(connection, rows.frozen());
        PayoutIntentTable.write(connection, rows);
        ProviderObjectTable.write(connection, rows.objects());
        ReversalTable.write(connection, rows.reversals());
    }

    private static void write(Connection connection, Change change) throws SQLException {
        String batch = change.event().batch().value();
        switch (change.event()) {
            case BatchDrafted e -> insert(connection, e, change.position());
            case BatchFrozen e -> freeze(connection, e);
            case BatchApproved e ->
                update(
                        connection,
                        """
                        UPDATE view.payout_batch SET status = 'APPROVED', approvers = approvers || ?::text
                         WHERE batch = ? AND NOT ?::text = ANY(approvers)
                        """,
                        e.approver().value(),
                        batch,
                        e.approver().value());
            case BatchReleased e ->
                update(
                        connection,
                        "UPDATE view.payout_batch SET status = 'RELEASED', released_at = ? WHERE batch = ?",
                        e.occurredAt(),
                        batch);
            case ExecutionBegun e -> status(connection, batch, BatchStatus.EXECUTING);
            case BatchPaused e -> status(connection, batch, BatchStatus.PAUSED);
            case BatchResumed e -> status(connection, batch, BatchStatus.EXECUTING);
            case RestCancelled e ->
                update(
                        connection,
                        "UPDATE view.payout_batch SET status = 'EXECUTING', rest_cancelled = true WHERE batch = ?",
                        batch);
            case StrayObjectNoted e -> {}
            case BatchCancelled e -> end(connection, batch, BatchStatus.CANCELLED, e.occurredAt());
            case BatchCompleted e ->
                end(
                        connection,
                        batch,
                        e.everyLinePaid() ? BatchStatus.COMPLETED : BatchStatus.PARTIALLY_COMPLETED,
                        e.occurredAt());
        }
    }

    private static void insert(Connection connection, BatchDrafted e, long position) throws SQLException {
        update(
                connection,
                """
                INSERT INTO view.payout_batch
                       (batch, reference, rail, currency, cutoff, minimum_minor, only_contractors, maker, status,
                        drafted_at, position)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?)
                ON CONFLICT DO NOTHING
                """,
                e.batch().value(),
                e.reference(),
                e.rail(),
                e.currency(),
                e.cutoff(),
                e.minimum().minor(),
                column(e.only(), ContractorId::value),
                e.maker().value(),
                e.occurredAt(),
                position);
    }

    private static void freeze(Connection connection, BatchFrozen e) throws SQLException {
        update(
                connection,
                """
                UPDATE view.payout_batch SET status = 'FROZEN', content_hash = ?, chunks = ?, lines = ?, total_minor = ?
                 WHERE batch = ?
                """,
                e.content().hash(),
                e.content().chunks(),
                e.content().lines(),
                e.content().total().minor(),
                e.batch().value());
    }

    private static void status(Connection connection, String batch, BatchStatus status) throws SQLException {
        update(connection, "UPDATE view.payout_batch SET status = ? WHERE batch = ?", status, batch);
    }

    private static void end(Connection connection, String batch, BatchStatus status, Instant at) throws SQLException {
        update(connection, "UPDATE view.payout_batch SET status = ?, ended_at = ? WHERE batch = ?", status, at, batch);
    }
}
