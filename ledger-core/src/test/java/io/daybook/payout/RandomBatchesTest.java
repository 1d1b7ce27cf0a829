package io.daybook.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Decision;
import io.daybook.kernel.Decision.Rejected;
import io.daybook.kernel.DomainEvent;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.BeginExecution;
import io.daybook.payout.PayoutBatchCommand.CompleteBatch;
import io.daybook.payout.PayoutBatchCommand.FreezeBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchRejection.LinesStillWait;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Whoever orders what, and whoever alters a row: what is paid was approved, by somebody who may. */
class RandomBatchesTest {
    private static final long SEED = Long.getLong("seed", 20_260_316L);
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 50;

    @Test
    void every_payout_is_an_approved_line_and_nobody_approves_for_themselves() {
        Set<String> happened = new TreeSet<>();
        for (int i = 0; i < HISTORIES; i++) {
            List<DomainEvent> log = run(SEED + i, PayoutBatchDecider::decide);
            assertThat(ApprovedAndPaid.wrong(log)).as("seed %d", SEED + i).isEmpty();
            for (DomainEvent fact : log) happened.add(fact.getClass().getSimpleName());
        }
        assertThat(happened)
                .contains("PayoutReserved", "PayoutDropped", "PayoutLinesFrozen")
                .containsAll(java.util.Arrays.stream(PayoutBatchEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void rules_that_let_anybody_approve_are_caught() {
        assertCaught(
                (state, order) -> order instanceof ApproveBatch c && state.content() != null
                        ? Decision.accept(new BatchApproved(
                                c.batch(), state.content().hash(), c.approver().subject(), c.at()))
                        : PayoutBatchDecider.decide(state, order),
                "approved by its maker",
                "approved by whom it pays");
    }

    @Test
    void rules_that_approve_whatever_hash_was_seen_are_caught() {
        assertCaught(
                (state, order) -> order instanceof ApproveBatch c && isRefused(state, c, "content-changed")
                        ? Decision.accept(new BatchApproved(
                                c.batch(), c.contentHash(), c.approver().subject(), c.at()))
                        : PayoutBatchDecider.decide(state, order),
                "approved as something else");
    }

    @Test
    void rules_that_carry_out_whatever_the_rows_say_are_caught() {
        assertCaught(
                (state, order) -> order instanceof BeginExecution c && isRefused(state, c, "content-changed")
                        ? Decision.accept()
                        : PayoutBatchDecider.decide(state, order),
                "no line of the approved list");
    }

    @Test
    void rules_that_release_and_complete_too_early_are_caught() {
        assertCaught(
                (state, order) -> order instanceof ReleaseBatch c && state.status() == BatchStatus.FROZEN
                        ? Decision.accept(new BatchReleased(c.batch(), Batch.usd(1), c.exceeded(), c.checker(), c.at()))
                        : PayoutBatchDecider.decide(state, order),
                "released without its approvals",
                "released by its maker",
                "released with another total");
        assertCaught(
                (state, order) -> order instanceof CompleteBatch c && isEarly(state, c)
                        ? Decision.accept(new BatchCompleted(c.batch(), c.paid(), c.other(), c.dropped(), c.at()))
                        : PayoutBatchDecider.decide(state, order),
                "complete while lines wait",
                "not the approved total");
    }

    @Test
    void rules_that_freeze_other_lines_than_the_log_has_are_caught() {
        assertCaught(
                (state, order) -> order instanceof FreezeBatch c
                                && state.status() == BatchStatus.DRAFT
                                && state.draft() != null
                                && c.content().lines() > 0
                        ? Decision.accept(new BatchFrozen(c.batch(), Batch.CONTENT, c.actor(), c.at()))
                        : PayoutBatchDecider.decide(state, order),
                "frozen as other lines",
                "frozen with another total");
    }

    private static boolean isRefused(PayoutBatchState state, PayoutBatchCommand order, String code) {
        return PayoutBatchDecider.decide(state, order) instanceof Rejected<PayoutBatchEvent>(var reason)
                && reason.code().equals(code);
    }

    private static boolean isEarly(PayoutBatchState state, CompleteBatch order) {
        return PayoutBatchDecider.decide(state, order) instanceof Rejected<PayoutBatchEvent>(var reason)
                && reason instanceof LinesStillWait;
    }

    private static List<DomainEvent> run(
            long seed, BiFunction<PayoutBatchState, PayoutBatchCommand, Decision<PayoutBatchEvent>> rules) {
        RandomBatch history = new RandomBatch(seed, rules);
        for (int step = 0; step < STEPS; step++) history.step();
        return history.log();
    }

    private static void assertCaught(
            BiFunction<PayoutBatchState, PayoutBatchCommand, Decision<PayoutBatchEvent>> flawed, String... sayings) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < 1000; i++) said.append(ApprovedAndPaid.wrong(run(SEED + i, flawed)));
        assertThat(said.toString()).contains(sayings);
    }
}
