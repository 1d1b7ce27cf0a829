package io.daybook.account;

import static io.daybook.account.Acct.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.AccountViews.Payable;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountViewsTest {
    private final TestDatabase database = TestPostgres.freshDatabase();
    private final AccountViews views = AccountModule.views(database.application());
    private AccountState state = AccountState.UNOPENED;
    private final List<Recorded> facts = new ArrayList<>();
    private long position;

    /** The frozen lines that payouts are of are another feature's, and are not projected here. */
    @BeforeEach
    void doWithoutLines() {
        JdbcClient sql = JdbcClient.create(database.owner());
        sql.sql("ALTER TABLE view.payout DROP CONSTRAINT payout_is_a_frozen_line")
                .update();
        sql.sql("ALTER TABLE view.payout_dropped DROP CONSTRAINT payout_dropped_is_a_frozen_line")
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_entry_is_divided_between_what_is_available_in_payouts_and_used() throws SQLException {
        given(earn(0, 60, NOON), earn(1, 60, NOON), reserve(P1, 100, NOON));
        assertThat(views.entries(ADA, 0, 10))
                .extracting(
                        entry -> entry.available().minor(),
                        entry -> entry.inPayouts().minor())
                .containsExactly(tuple(0L, 60L), tuple(20L, 40L));
        assertThat(views.payable(usd(0).currency(), CUTOFF, null, 10)).containsExactly(new Payable(ACCOUNT, usd(20)));
        assertThat(views.parts(P1)).extracting(part -> part.amount().minor()).containsExactly(60L, 40L);
        assertThat(views.paidBy(earned(0))).containsExactly(P1);
    }

    @Test
    void a_payout_is_followed_from_reserved_to_returned_and_available_again() throws SQLException {
        given(
                earn(0, 100, NOON),
                reserve(P1, 100, NOON),
                submit(P1, 1, NOON),
                see(P1, transfer(1, "tr_1", 100, NOON), NOON),
                carryOn(P1, 1, NOON),
                see(P1, payout(1, "po_1", 100, RailFact.Status.PAID, day(17)), day(17)));
        PayoutView paid = views.payout(P1).orElseThrow();
        assertThat(paid.status()).isEqualTo(PayoutStatus.PAID);
        assertThat(paid.since()).isEqualTo(day(17));
        assertThat(paid.transfer()).isEqualTo("tr_1");
        assertThat(paid.object()).isEqualTo("po_1");
        assertThat(paid.destination()).isEqualTo(HOME);
        given(see(P1, payout(1, "po_1", 100, RailFact.Status.FAILED, day(20)), day(20)));
        assertThat(views.payouts(new Filter(null, null, null, null, false, true), null, 10))
                .singleElement()
                .satisfies(back -> {
                    assertThat(back.status()).isEqualTo(PayoutStatus.FAILED_AFTER_PAID);
                    assertThat(back.inSuspense()).isEqualTo(usd(100));
                });
        given(new AccountCommand.ClearSuspense(ACCOUNT, P1, PAYABLE, day(21)));
        assertThat(views.payout(P1).orElseThrow().inSuspense()).isEqualTo(usd(0));
        assertThat(views.payable(usd(0).currency(), day(21), null, 10)).containsExactly(new Payable(ACCOUNT, usd(100)));
        assertThat(views.timeline(P1))
                .extracting(PayoutView.Moment::what)
                .startsWith("PayoutReserved", "PayoutSubmitted", "TransferDone")
                .endsWith("PayoutFailedAfterPaid", "SuspenseCleared");
    }

    @Test
    void a_batch_counts_its_payouts_by_status_and_its_dropped_lines() throws SQLException {
        given(earn(0, 100, NOON), reserve(P1, 40, NOON), reserve(P2, 500, NOON), submit(P1, 1, NOON));
        assertThat(views.counts(BATCH)).isEqualTo(Map.of(PayoutStatus.SUBMITTING, 1L));
        assertThat(views.droppedCount(BATCH)).isEqualTo(1);
        assertThat(views.dropped(BATCH, null, 10)).singleElement().satisfies(line -> {
            assertThat(line.id()).isEqualTo(P2);
            assertThat(line.reason()).isEqualTo(DropReason.INSUFFICIENT_AVAILABLE);
        });
    }

    @Test
    void a_window_that_has_passed_is_found_until_it_is_passed() throws SQLException {
        given(earn(0, 100, day(20), day(17)));
        assertThat(views.windowsPast(day(19), 10)).isEmpty();
        assertThat(views.windowsPast(day(20), 10))
                .extracting(AccountEntryView::id)
                .containsExactly(earned(0));
        given(pass(0, day(20)));
        assertThat(views.windowsPast(day(20), 10)).isEmpty();
        assertThat(views.entry(earned(0)).orElseThrow().available()).isEqualTo(usd(100));
    }

    @Test
    void holds_deductions_and_proposals_are_told_entry_by_entry() throws SQLException {
        given(
                earn(0, 300_000, NOON),
                hold("dispute", 100_000, NOON),
                adjust(adjustment("laptop", AdjustmentKind.DEDUCTION, 50_000), NOON),
                adjust(adjustment("bonus", AdjustmentKind.BONUS, 200_000), NOON));
        AccountEntryView entry = views.entry(earned(0)).orElseThrow();
        assertThat(entry.held()).isEqualTo(usd(100_000));
        assertThat(entry.used()).isEqualTo(usd(50_000));
        assertThat(entry.available()).isEqualTo(usd(150_000));
        assertThat(views.adjustments(false, null, 0, 10))
                .extracting(view -> view.adjustment().id())
                .containsExactly(adjustmentId("bonus"));
        given(new AccountCommand.ApproveAdjustment(ACCOUNT, adjustmentId("bonus"), CHECKER, NOON));
        assertThat(views.adjustments(false, null, 0, 10)).isEmpty();
        List<AdjustmentView> all = views.adjustments(null, ACCOUNT.contractor(), 0, 10);
        assertThat(all)
                .extracting(view -> view.adjustment().id())
                .containsExactly(adjustmentId("laptop"), adjustmentId("bonus"));
        assertThat(views.adjustments(true, null, all.getFirst().position(), 10)).containsExactly(all.getLast());
        assertThat(views.adjustments(null, ContractorId.of("somebody else"), 0, 10))
                .isEmpty();
        assertThat(views.adjustment(adjustmentId("bonus")).orElseThrow().approver())
                .isEqualTo(CHECKER.subject());
    }

    /** A replay folds both facts in one run, the first reading one by one: the rows must come out the same. */
    @Test
    void an_adjustment_keeps_its_place_however_its_facts_are_folded() throws SQLException {
        given(
                adjust(adjustment("bonus", AdjustmentKind.BONUS, 200_000), NOON),
                new AccountCommand.ApproveAdjustment(ACCOUNT, adjustmentId("bonus"), CHECKER, NOON));
        assertThat(views.adjustment(adjustmentId("bonus")).orElseThrow().position())
                .isEqualTo(facts.getFirst().position());
    }

    /** Decides each order and projects what it led to, as one batch. */
    private void given(AccountCommand... orders) throws SQLException {
        facts.clear();
        for (AccountCommand order : orders) {
            for (AccountEvent fact : new Story(state, new Books()).when(order).facts()) {
                state = AccountDecider.evolve(state, fact);
                facts.add(new Recorded(
                        ++position, "event-" + position, ACCOUNT.value(), position, NOON, fact, "tester", null));
            }
        }
        try (Connection connection = database.application().getConnection()) {
            connection.setAutoCommit(false);
            for (ReadModel<?> model : AccountModule.feature(Duration.ZERO).readModels()) model.apply(connection, facts);
            connection.commit();
        }
    }
}
