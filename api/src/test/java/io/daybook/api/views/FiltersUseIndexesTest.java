package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountModule;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Made;
import io.daybook.account.PayoutStatus;
import io.daybook.api.postgres.RowsLookedAt;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorModule;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.ContractorViews.AnyOf;
import io.daybook.contractor.ContractorViews.Search;
import io.daybook.engagement.EngagementModule;
import io.daybook.journal.JournalModule;
import io.daybook.journal.JournalViews;
import io.daybook.journal.LedgerAccount;
import io.daybook.journal.Viewpoint;
import io.daybook.notice.NoticeModule;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.PayoutBatchViews.Drafted;
import io.daybook.payout.PayoutModule;
import io.daybook.timesheet.TimesheetModule;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetViews;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On tables of tens of thousands of rows, a page of any filter looks at a small part of them, however rare what it shows. */
class FiltersUseIndexesTest {
    private static final int PAGE = 101;
    private static final long ENOUGH = 8_000;
    private static final ContractorId ONE = ContractorId.of("c-77");
    private static final Instant LATE = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-02T00:00:00Z");

    private static TestDatabase database;
    private static RowsLookedAt rows;
    private static AccountViews accounts;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestPostgres.freshDatabase();
        database.forge(ManyRows.SQL.replace("${one}", ONE.value()).replace("${key}", ONE.key()));
        rows = new RowsLookedAt(database);
        accounts = AccountModule.views(rows.source());
    }

    @AfterAll
    static void close() {
        rows.close();
        database.close();
    }

    @Test
    void what_looks_at_a_whole_table_is_noticed() throws SQLException {
        JournalViews journal = JournalModule.views(rows.source());
        var nobody = new JournalViews.Filter(null, null, LATE, LATER);
        assertThat(rows.by(() -> assertThat(accounts.adjustments(null, ContractorId.of("c-1"), 0, 60_000))
                        .isEmpty()))
                .isLessThan(ENOUGH);
        assertThat(rows.by(() -> journal.journal(nobody, Viewpoint.NOW, 0, 60_000)))
                .isBetween(50L, 2 * ENOUGH);
        assertThat(rows.by(() -> accounts.adjustments(null, null, 0, 60_000))).isGreaterThanOrEqualTo(20_000);
    }

    @Test
    void payouts() throws SQLException {
        for (PayoutStatus status : List.of(PayoutStatus.PAID, PayoutStatus.UNKNOWN, PayoutStatus.FAILED))
            payouts(new AccountViews.Filter(null, null, status, null, false, false));
        payouts(new AccountViews.Filter(null, ONE, null, null, false, false));
        payouts(new AccountViews.Filter(null, null, null, null, true, false));
        payouts(new AccountViews.Filter("batch-7", null, PayoutStatus.PAID, null, false, false));
        payouts(new AccountViews.Filter(null, null, null, null, false, false, LATE, LATER));
        payouts(new AccountViews.Filter(null, null, null, null, false, false, LATE, null));
        payouts(new AccountViews.Filter(null, null, null, null, false, false, null, LATE));
        payouts(new AccountViews.Filter(null, null, PayoutStatus.UNKNOWN, null, false, false, LATE, LATER));
    }

    private static void payouts(AccountViews.Filter filter) throws SQLException {
        few("payouts " + filter, page -> accounts.payouts(filter, null, page));
    }

    @Test
    void adjustments() throws SQLException {
        for (Made made : List.of(
                new Made(false, null, null, null),
                new Made(null, ONE, null, null),
                new Made(null, null, LATE, LATER),
                new Made(null, null, LATE, null),
                new Made(null, null, null, LATE)))
            few("adjustments " + made, page -> accounts.adjustments(made, null, page));
    }

    @Test
    void batches() throws SQLException {
        PayoutBatchViews batches = PayoutModule.views(rows.source());
        for (Drafted drafted : List.of(
                new Drafted(BatchStatus.DRAFT, null, null),
                new Drafted(BatchStatus.COMPLETED, null, null),
                new Drafted(null, LATE, LATER),
                new Drafted(null, null, LATE))) few("batches " + drafted, page -> batches.drafted(drafted, null, page));
    }

    @Test
    void timesheets() throws SQLException {
        TimesheetViews sheets = TimesheetModule.views(rows.source(), EngagementModule.views(rows.source()));
        LocalDate day = LocalDate.parse("2026-11-02");
        for (TimesheetViews.Filter filter : List.of(
                new TimesheetViews.Filter(TimesheetStatus.SUBMITTED, null, null, null, null),
                new TimesheetViews.Filter(null, "project-7", null, null, null),
                new TimesheetViews.Filter(null, null, day, null, null),
                new TimesheetViews.Filter(TimesheetStatus.SUBMITTED, "project-7", day, null, null),
                new TimesheetViews.Filter(null, null, null, ONE, null),
                new TimesheetViews.Filter(null, null, null, null, List.of("project-7")),
                new TimesheetViews.Filter(null, null, null, null, null, day, day.plusDays(6))))
            few("timesheets " + filter, page -> sheets.page(filter, null, page));
    }

    @Test
    void contractors_engagements_and_notices() throws SQLException {
        ContractorViews contractors = ContractorModule.views(rows.source());
        for (Search search : List.of(
                new Search("r-00077", null, null, null, null, LATE),
                new Search(null, "email-77", null, null, null, LATE),
                new Search(null, null, "name-77", null, null, LATE),
                new Search(null, null, null, new AnyOf("r-00077", "email-78", "name-79"), null, LATE),
                new Search(null, null, null, null, true, LATE),
                new Search(null, null, null, null, false, LATE)))
            few("contractors " + search, page -> contractors.page(search, null, page));
        var engagements = EngagementModule.views(rows.source());
        few("engagements of one", page -> engagements.page(ONE, null, null, page));
        few("engagements of a project", page -> engagements.page(null, "project-7", null, page));
        var notices = NoticeModule.views(rows.source());
        few("notices", page -> notices.page(null, null, page));
        few("notices of one", page -> notices.page(ONE, null, page));
    }

    @Test
    void the_journal() throws SQLException {
        JournalViews journal = JournalModule.views(rows.source());
        for (JournalViews.Filter filter : List.of(
                new JournalViews.Filter(LedgerAccount.of(2000), null, null, null),
                new JournalViews.Filter(LedgerAccount.of(1100), null, null, null),
                new JournalViews.Filter(null, ONE, null, null),
                new JournalViews.Filter(null, null, LATE, LATER),
                new JournalViews.Filter(null, null, LATE, null),
                new JournalViews.Filter(null, null, null, LATE),
                new JournalViews.Filter(LedgerAccount.of(2000), null, LATE, LATER)))
            few("journal " + filter, page -> journal.journal(filter, Viewpoint.NOW, 0, page));
    }

    private static void few(String what, Consumer<Integer> question) throws SQLException {
        assertThat(rows.by(() -> question.accept(PAGE))).as(what).isLessThan(ENOUGH);
    }
}
