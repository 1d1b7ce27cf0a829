package io.daybook.api.views;

import io.daybook.account.AccountModule;
import io.daybook.contractor.ContractorModule;
import io.daybook.engagement.EngagementModule;
import io.daybook.engagement.EngagementViews;
import io.daybook.explain.Explainer;
import io.daybook.explain.Explanation;
import io.daybook.explain.Sources;
import io.daybook.funding.FundingModule;
import io.daybook.journal.JournalModule;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutModule;
import io.daybook.timesheet.TimesheetModule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A random month in a database of its own, and what explains it. */
final class ExplainedBook implements AutoCloseable {
    private final Book book = new Book(
            ContractorModule.feature(),
            EngagementModule.feature(),
            TimesheetModule.feature(),
            AccountModule.feature(Duration.ZERO),
            JournalModule.feature(ZoneOffset.UTC),
            PayoutModule.feature(),
            FundingModule.feature());
    private final RowsOfLog log;
    private final Explainer explainer;

    ExplainedBook(long seed, int steps) {
        List<Recorded> facts = RandomMonth.facts(seed, steps);
        book.project(facts);
        log = new RowsOfLog(facts);
        EngagementViews engagements = EngagementModule.views(book.source());
        explainer = new Explainer(new Sources(
                AccountModule.edges(book.source()),
                JournalModule.edges(book.source()),
                TimesheetModule.views(book.source(), engagements),
                engagements,
                PayoutModule.views(book.source()),
                log));
    }

    Optional<Explanation> explain(String id) {
        return explainer.explain(id);
    }

    Book book() {
        return book;
    }

    RowsOfLog log() {
        return log;
    }

    List<String> payouts() {
        return cells("(SELECT payout FROM view.payout)");
    }

    /** Corrections down too, which only the books know. */
    List<String> entries() {
        return cells("""
                (SELECT entry FROM view.account_entry UNION
                 SELECT account_entry FROM view.journal_entry WHERE account_entry IS NOT NULL)
                """);
    }

    List<String> lines() {
        return cells("(SELECT entry || ':' || line FROM view.journal_line)");
    }

    /** A row of one column is written as {@code (value)}. */
    private List<String> cells(String query) {
        List<String> cells = new ArrayList<>();
        for (String row : book.rows(query)) cells.add(row.substring(1, row.length() - 1));
        return cells;
    }

    @Override
    public void close() {
        book.close();
    }
}
