package io.daybook.payout;

import static io.daybook.payout.Batch.APPROVED;
import static io.daybook.payout.Batch.APPROVED_AGAIN;
import static io.daybook.payout.Batch.CHECKER;
import static io.daybook.payout.Batch.CONTENT;
import static io.daybook.payout.Batch.DRAFTED;
import static io.daybook.payout.Batch.EXECUTING;
import static io.daybook.payout.Batch.FROZEN;
import static io.daybook.payout.Batch.ID;
import static io.daybook.payout.Batch.MAKER;
import static io.daybook.payout.Batch.NOW;
import static io.daybook.payout.Batch.RELEASED;
import static io.daybook.payout.Batch.SECOND;
import static io.daybook.payout.Batch.USD;
import static io.daybook.payout.Batch.approve;
import static io.daybook.payout.Batch.draft;
import static io.daybook.payout.Batch.release;
import static io.daybook.payout.Batch.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.Actor;
import io.daybook.kernel.Spec;
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
import io.daybook.payout.PayoutBatchEvent.BatchCancelled;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchPaused;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchEvent.BatchResumed;
import io.daybook.payout.PayoutBatchEvent.RestCancelled;
import io.daybook.payout.PayoutBatchEvent.StrayObjectNoted;
import io.daybook.payout.PayoutBatchRejection.ContentChanged;
import io.daybook.payout.PayoutBatchRejection.LimitExceeded;
import io.daybook.payout.PayoutBatchRejection.LinesStillWait;
import io.daybook.payout.PayoutBatchRejection.NeedsSecondPerson;
import io.daybook.payout.PayoutBatchRejection.NotNow;
import io.daybook.rail.RailObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayoutBatchDeciderTest {
    private static final String LIMIT = "daybook.limits.batch";

    final Spec<PayoutBatchCommand, PayoutBatchState, PayoutBatchEvent> batch = new Spec<>(PayoutBatchDecider.DECIDER);

    @Test
    void the_same_draft_again_changes_nothing_and_another_under_its_reference_is_refused() {
        batch.given(DRAFTED).when(draft("simulator")).thenNothing();
        batch.given(DRAFTED).when(draft("stripe")).thenRejected("reference-taken");
    }

    @Test
    void nothing_can_be_done_with_a_batch_that_is_not_there() {
        batch.given().when(release(CHECKER)).thenRejected("not-found");
    }

    @Test
    void a_draft_is_frozen_once() {
        batch.given(DRAFTED)
                .when(new FreezeBatch(ID, CONTENT, MAKER, NOW))
                .then(FROZEN)
                .when(new FreezeBatch(ID, CONTENT, MAKER, NOW))
                .thenNothing()
                .when(new FreezeBatch(ID, new FrozenContent("other", 1, 3, usd(1)), MAKER, NOW))
                .thenRejected(new NotNow(ID, BatchStatus.FROZEN));
    }

    @Test
    void a_batch_that_pays_nobody_is_not_frozen() {
        batch.given(DRAFTED)
                .when(new FreezeBatch(ID, new FrozenContent("empty", 0, 0, usd(0)), MAKER, NOW))
                .thenRejected("nothing-to-pay");
    }

    @Test
    void a_reference_under_which_the_provider_knows_more_than_the_log_is_used_up() {
        NoteStrayObject note = new NoteStrayObject(
                ID, ID.payout(1).value(), "stripe", RailObject.Kind.TRANSFER, "tr_1", usd(5), usd(5), CHECKER, NOW);
        StrayObjectNoted noted = new StrayObjectNoted(
                ID, ID.payout(1).value(), "stripe", RailObject.Kind.TRANSFER, "tr_1", usd(5), usd(5), CHECKER, NOW);
        batch.given().when(note).then(noted).when(note).thenNothing();
        batch.given(noted).when(draft("simulator")).thenRejected("reference-taken");
        batch.given(DRAFTED, noted)
                .when(new FreezeBatch(ID, CONTENT, MAKER, NOW))
                .thenRejected("reference-taken");
        batch.given(DRAFTED, FROZEN, noted)
                .when(approve(CONTENT.hash(), CHECKER))
                .thenRejected("reference-taken");
        batch.given(DRAFTED, FROZEN, APPROVED, noted).when(release(CHECKER)).thenRejected("reference-taken");
    }

    @Test
    void a_maker_cannot_approve_their_own_batch() {
        batch.given(DRAFTED, FROZEN)
                .when(approve(CONTENT.hash(), MAKER))
                .thenRejected(new NeedsSecondPerson(ID, Stake.NONE));
    }

    @Test
    void who_froze_what_another_one_drafted_neither_approves_nor_releases_it() {
        var byChecker = new BatchFrozen(ID, CONTENT, CHECKER, NOW);
        batch.given(DRAFTED, byChecker)
                .when(approve(CONTENT.hash(), CHECKER))
                .thenRejected(new NeedsSecondPerson(ID, Stake.NONE));
        batch.given(DRAFTED, byChecker, APPROVED)
                .when(release(CHECKER))
                .thenRejected(new NeedsSecondPerson(ID, Stake.NONE));
    }

    @Test
    void what_the_provider_has_carried_out_is_not_called_off() {
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(new CancelBatch(ID, true, MAKER, NOW))
                .thenRejected("illegal-state");
        batch.given(DRAFTED, FROZEN, APPROVED, RELEASED)
                .when(new CancelBatch(ID, true, MAKER, NOW))
                .then(new RestCancelled(ID, MAKER, NOW));
    }

    @Test
    void whom_it_pays_neither_approves_nor_releases_it() {
        neitherApprovesNorReleases(new Stake(List.of(2), List.of()));
    }

    @Test
    void who_set_where_a_line_goes_neither_approves_nor_releases_it_and_hears_which_line() {
        Stake stake = new Stake(List.of(), List.of(1, 3));
        neitherApprovesNorReleases(stake);
        assertThat(new NeedsSecondPerson(ID, stake).message()).contains("line 1, 3");
    }

    private void neitherApprovesNorReleases(Stake stake) {
        batch.given(DRAFTED, FROZEN)
                .when(new ApproveBatch(ID, CONTENT.hash(), Actor.staff(CHECKER), stake, NOW))
                .thenRejected(new NeedsSecondPerson(ID, stake));
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(new ReleaseBatch(ID, CONTENT.hash(), List.of(), true, SECOND, stake, NOW))
                .thenRejected(new NeedsSecondPerson(ID, stake));
    }

    @Test
    void a_local_command_is_nobody_who_could_make_or_approve_or_release_a_batch() {
        Subject local = Subject.LOCAL_COMMAND;
        batch.given()
                .when(new DraftBatch(ID, "week-18", "simulator", USD, NOW, usd(0), List.of(), local, NOW))
                .thenRejected("needs-second-person");
        batch.given(DRAFTED).when(new FreezeBatch(ID, CONTENT, local, NOW)).thenRejected("needs-second-person");
        batch.given(DRAFTED, FROZEN).when(approve(CONTENT.hash(), local)).thenRejected("needs-second-person");
        batch.given(DRAFTED, FROZEN, APPROVED).when(release(local)).thenRejected("needs-second-person");
    }

    @Test
    void an_approval_names_the_hash_that_was_looked_at() {
        batch.given(DRAFTED, FROZEN).when(approve("decaf", CHECKER)).thenRejected(new ContentChanged(ID, "c0ffee"));
        batch.given(DRAFTED, FROZEN)
                .when(approve(CONTENT.hash(), CHECKER))
                .then(APPROVED)
                .when(approve(CONTENT.hash(), CHECKER))
                .thenNothing();
    }

    @Test
    void a_draft_cannot_be_approved_and_a_frozen_batch_not_released() {
        batch.given(DRAFTED).when(approve("c0ffee", CHECKER)).thenRejected("illegal-state");
        batch.given(DRAFTED, FROZEN).when(release(CHECKER)).thenRejected("illegal-state");
    }

    @Test
    void lines_that_changed_after_the_approval_are_not_released() {
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(new ReleaseBatch(ID, "tampered", List.of(), true, CHECKER, Stake.NONE, NOW))
                .thenRejected(new ContentChanged(ID, "tampered"));
    }

    @Test
    void a_maker_cannot_release_their_own_batch() {
        batch.given(DRAFTED, FROZEN, APPROVED).when(release(MAKER)).thenRejected(new NeedsSecondPerson(ID, Stake.NONE));
        batch.given(DRAFTED, FROZEN, APPROVED).when(release(CHECKER)).then(RELEASED);
    }

    @Test
    void without_money_set_aside_a_batch_is_not_released() {
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(new ReleaseBatch(ID, CONTENT.hash(), List.of(), false, CHECKER, Stake.NONE, NOW))
                .thenRejected("insufficient-funding");
    }

    @Test
    void above_a_limit_a_second_checker_must_approve_too() {
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(release(CHECKER, LIMIT))
                .thenRejected(new LimitExceeded(ID, List.of(LIMIT)));
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(approve(CONTENT.hash(), SECOND))
                .then(APPROVED_AGAIN)
                .when(release(CHECKER, LIMIT))
                .then(new BatchReleased(ID, usd(60_00), List.of(LIMIT), CHECKER, NOW));
    }

    @Test
    void execution_begins_once_and_can_be_paused_and_resumed() {
        batch.given(DRAFTED, FROZEN, APPROVED, RELEASED)
                .when(new BeginExecution(ID, CONTENT.hash(), NOW))
                .then(EXECUTING)
                .when(new BeginExecution(ID, CONTENT.hash(), NOW))
                .thenNothing()
                .when(new PauseBatch(ID, CHECKER, NOW))
                .then(new BatchPaused(ID, CHECKER, NOW))
                .when(new BeginExecution(ID, CONTENT.hash(), NOW))
                .thenNothing()
                .when(new ResumeBatch(ID, MAKER, NOW))
                .then(new BatchResumed(ID, MAKER, NOW))
                .when(new ResumeBatch(ID, MAKER, NOW))
                .thenNothing();
        batch.given(DRAFTED, FROZEN).when(new PauseBatch(ID, CHECKER, NOW)).thenRejected("illegal-state");
    }

    @Test
    void other_lines_than_the_approved_are_not_carried_out_however_far_it_is() {
        var altered = new BeginExecution(ID, "altered", NOW);
        batch.given(DRAFTED, FROZEN, APPROVED, RELEASED).when(altered).thenRejected(new ContentChanged(ID, "c0ffee"));
        batch.given(DRAFTED, FROZEN, APPROVED, RELEASED, EXECUTING)
                .when(altered)
                .thenRejected("content-changed");
    }

    @Test
    void before_its_release_the_whole_batch_is_cancelled_after_it_the_rest() {
        batch.given(DRAFTED, FROZEN, APPROVED)
                .when(new CancelBatch(ID, false, MAKER, NOW))
                .then(new BatchCancelled(ID, MAKER, NOW))
                .when(release(CHECKER))
                .thenRejected(new NotNow(ID, BatchStatus.CANCELLED));
        batch.given(DRAFTED, FROZEN, APPROVED, RELEASED)
                .when(new CancelBatch(ID, false, MAKER, NOW))
                .then(new RestCancelled(ID, MAKER, NOW))
                .when(new CancelBatch(ID, false, MAKER, NOW))
                .thenNothing();
    }

    @Test
    void a_batch_is_complete_when_every_line_has_come_to_an_end() {
        var executing = batch.given(DRAFTED, FROZEN, APPROVED, RELEASED, EXECUTING);
        executing.when(new CompleteBatch(ID, 2, 0, 0, NOW)).thenRejected(new LinesStillWait(ID, 2, 3));
        executing
                .when(new CompleteBatch(ID, 3, 0, 0, NOW))
                .then(new BatchCompleted(ID, 3, 0, 0, NOW))
                .when(new CancelBatch(ID, false, MAKER, NOW))
                .thenRejected(new NotNow(ID, BatchStatus.COMPLETED));
        executing
                .when(new CompleteBatch(ID, 1, 1, 1, NOW))
                .then(new BatchCompleted(ID, 1, 1, 1, NOW))
                .when(new PauseBatch(ID, CHECKER, NOW))
                .thenRejected(new NotNow(ID, BatchStatus.PARTIALLY_COMPLETED));
    }
}
