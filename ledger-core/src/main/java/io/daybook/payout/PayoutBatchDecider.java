package io.daybook.payout;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Subject;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchCommand.CancelBatch;
import io.daybook.payout.PayoutBatchCommand.CompleteBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.NoteStrayObject;
import io.daybook.payout.PayoutBatchCommand.PauseBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.ResumeBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
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
import io.daybook.payout.PayoutBatchRejection.CarriedOut;
import io.daybook.payout.PayoutBatchRejection.ContentChanged;
import io.daybook.payout.PayoutBatchRejection.LimitExceeded;
import io.daybook.payout.PayoutBatchRejection.LinesStillWait;
import io.daybook.payout.PayoutBatchRejection.NeedsSecondPerson;
import io.daybook.payout.PayoutBatchRejection.NotFunded;
import io.daybook.payout.PayoutBatchRejection.NotNow;
import io.daybook.payout.PayoutBatchRejection.NothingToPay;
import io.daybook.payout.PayoutBatchRejection.ReferenceTaken;
import io.daybook.payout.PayoutBatchRejection.ReferenceUsedUp;
import io.daybook.payout.PayoutBatchRejection.UnknownBatch;
import java.time.Instant;

/** The rules about one batch. */
final class PayoutBatchDecider {
    static final Decider<PayoutBatchCommand, PayoutBatchState, PayoutBatchEvent> DECIDER =
            new Decider<>(PayoutBatchState.NONE, PayoutBatchDecider::decide, PayoutBatchDecider::evolve);

    private static final int APPROVALS_ABOVE_LIMITS = 2;

    private PayoutBatchDecider() {}

    static Decision<PayoutBatchEvent> decide(PayoutBatchState state, PayoutBatchCommand command) {
        BatchDrafted draft = state.draft();
        if (command instanceof NoteStrayObject c) return note(state, c);
        if (command instanceof DraftBatch c) return draft(state, c);
        if (draft == null) return reject(new UnknownBatch(command.batch()));
        return switch (command) {
            case DraftBatch c -> draft(state, c);
            case NoteStrayObject c -> note(state, c);
            case FreezeBatch c -> freeze(state, c);
            case ApproveBatch c -> approve(state, c);
            case ReleaseBatch c -> release(state, c);
            case BeginExecution c -> begin(state, c);
            case PauseBatch c -> pause(state, c);
            case ResumeBatch c -> resume(state, c);
            case CancelBatch c -> cancel(state, c);
            case CompleteBatch c -> complete(state, c);
        };
    }

    private static Decision<PayoutBatchEvent> note(PayoutBatchState state, NoteStrayObject c) {
        if (state.strays().contains(c.object())) return accept();
        return accept(new StrayObjectNoted(
                c.batch(), c.payout(), c.rail(), c.kind(), c.object(), c.amount(), c.left(), c.actor(), c.at()));
    }

    private static Decision<PayoutBatchEvent> draft(PayoutBatchState state, DraftBatch c) {
        BatchDrafted known = state.draft();
        if (!c.maker().isSomebody()) return reject(new NeedsSecondPerson(c.batch(), Stake.NONE));
        if (known == null)
            return state.strays().isEmpty() ? accept(drafted(c, c.at())) : reject(new ReferenceUsedUp(c.batch()));
        return known.equals(drafted(c, known.occurredAt())) ? accept() : reject(new ReferenceTaken(c.batch()));
    }

    private static BatchDrafted drafted(DraftBatch c, Instant at) {
        return new BatchDrafted(
                c.batch(), c.reference(), c.rail(), c.currency(), c.cutoff(), c.minimum(), c.only(), c.maker(), at);
    }

    private static Decision<PayoutBatchEvent> freeze(PayoutBatchState state, FreezeBatch c) {
        if (c.content().equals(state.content())) return accept();
        if (!c.actor().isSomebody()) return reject(new NeedsSecondPerson(c.batch(), Stake.NONE));
        if (state.status() != BatchStatus.DRAFT) return notNow(state, c);
        if (!state.strays().isEmpty()) return reject(new ReferenceUsedUp(c.batch()));
        if (c.content().lines() == 0) return reject(new NothingToPay(c.batch()));
        return accept(new BatchFrozen(c.batch(), c.content(), c.actor(), c.at()));
    }

    private static Decision<PayoutBatchEvent> approve(PayoutBatchState state, ApproveBatch c) {
        FrozenContent content = state.content();
        boolean open = state.status() == BatchStatus.FROZEN || state.status() == BatchStatus.APPROVED;
        if (content == null || !open) return notNow(state, c);
        if (!state.strays().isEmpty()) return reject(new ReferenceUsedUp(c.batch()));
        Subject approver = c.approver().subject();
        if (isAlone(state, approver, c.stake())) return reject(new NeedsSecondPerson(c.batch(), c.stake()));
        if (!c.contentHash().equals(content.hash())) return reject(new ContentChanged(c.batch(), content.hash()));
        if (state.approvers().contains(approver)) return accept();
        return accept(new BatchApproved(c.batch(), content.hash(), approver, c.at()));
    }

    private static Decision<PayoutBatchEvent> release(PayoutBatchState state, ReleaseBatch c) {
        FrozenContent content = state.content();
        if (content == null || state.status() != BatchStatus.APPROVED) return notNow(state, c);
        if (!state.strays().isEmpty()) return reject(new ReferenceUsedUp(c.batch()));
        if (isAlone(state, c.checker(), c.stake())) return reject(new NeedsSecondPerson(c.batch(), c.stake()));
        if (!c.contentHash().equals(content.hash())) return reject(new ContentChanged(c.batch(), c.contentHash()));
        if (!c.exceeded().isEmpty() && state.approvers().size() < APPROVALS_ABOVE_LIMITS)
            return reject(new LimitExceeded(c.batch(), c.exceeded()));
        if (!c.funded()) return reject(new NotFunded(c.batch()));
        return accept(new BatchReleased(c.batch(), content.total(), c.exceeded(), c.checker(), c.at()));
    }

    /** Who chose the lines, is paid by one, or chose where one goes needs somebody else; so does whoever is nobody known. */
    private static boolean isAlone(PayoutBatchState state, Subject person, Stake stake) {
        return state.isOf(person) || !stake.isNone() || !person.isSomebody();
    }

    private static Decision<PayoutBatchEvent> begin(PayoutBatchState state, BeginExecution c) {
        FrozenContent content = state.content();
        if (content == null || !state.status().underWay()) return notNow(state, c);
        if (!c.contentHash().equals(content.hash())) return reject(new ContentChanged(c.batch(), content.hash()));
        return state.status() == BatchStatus.RELEASED ? accept(new ExecutionBegun(c.batch(), c.at())) : accept();
    }

    private static Decision<PayoutBatchEvent> pause(PayoutBatchState state, PauseBatch c) {
        if (!state.status().underWay()) return notNow(state, c);
        return state.status() == BatchStatus.PAUSED ? accept() : accept(new BatchPaused(c.batch(), c.actor(), c.at()));
    }

    private static Decision<PayoutBatchEvent> resume(PayoutBatchState state, ResumeBatch c) {
        if (state.status() == BatchStatus.EXECUTING) return accept();
        return state.status() == BatchStatus.PAUSED
                ? accept(new BatchResumed(c.batch(), c.actor(), c.at()))
                : notNow(state, c);
    }

    private static Decision<PayoutBatchEvent> cancel(PayoutBatchState state, CancelBatch c) {
        return switch (state.status()) {
            case DRAFT, FROZEN, APPROVED ->
                c.carriedOut()
                        ? reject(new CarriedOut(c.batch()))
                        : accept(new BatchCancelled(c.batch(), c.actor(), c.at()));
            case RELEASED, EXECUTING, PAUSED ->
                state.restCancelled() ? accept() : accept(new RestCancelled(c.batch(), c.actor(), c.at()));
            case CANCELLED -> accept();
            case COMPLETED, PARTIALLY_COMPLETED -> notNow(state, c);
        };
    }

    private static Decision<PayoutBatchEvent> complete(PayoutBatchState state, CompleteBatch c) {
        FrozenContent content = state.content();
        boolean over = state.status() == BatchStatus.COMPLETED || state.status() == BatchStatus.PARTIALLY_COMPLETED;
        if (over) return accept();
        if (content == null || !state.status().underWay()) return notNow(state, c);
        long accounted = c.paid() + c.other() + c.dropped();
        if (accounted != content.lines()) return reject(new LinesStillWait(c.batch(), accounted, content.lines()));
        return accept(new BatchCompleted(c.batch(), c.paid(), c.other(), c.dropped(), c.at()));
    }

    private static Decision<PayoutBatchEvent> notNow(PayoutBatchState state, PayoutBatchCommand c) {
        return reject(new NotNow(c.batch(), state.status()));
    }

    static PayoutBatchState evolve(PayoutBatchState state, PayoutBatchEvent event) {
        return switch (event) {
            case BatchDrafted e -> state.drafted(e);
            case BatchFrozen e -> state.frozen(e.content(), e.actor());
            case BatchApproved e -> state.approvedBy(e.approver());
            case BatchReleased e -> state.in(BatchStatus.RELEASED);
            case ExecutionBegun e -> state.in(BatchStatus.EXECUTING);
            case BatchPaused e -> state.in(BatchStatus.PAUSED);
            case BatchResumed e -> state.in(BatchStatus.EXECUTING);
            case BatchCancelled e -> state.in(BatchStatus.CANCELLED);
            case RestCancelled e -> state.withoutRest();
            case StrayObjectNoted e -> state.noting(e.object());
            case BatchCompleted e ->
                state.in(e.everyLinePaid() ? BatchStatus.COMPLETED : BatchStatus.PARTIALLY_COMPLETED);
        };
    }
}
