package io.daybook.api.books;

import io.daybook.api.eventlog.DeadLetter;
import io.daybook.api.eventlog.DeadLetters;
import io.daybook.api.eventlog.RefusedOrderTable;
import io.daybook.api.evidence.TreeCheck;
import io.daybook.audit.bundle.Finding;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.TrialRow;
import io.daybook.journal.LedgerAccount;
import io.daybook.money.Money;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trial balance, chart of accounts, integrity. Amounts of a row are minor units of its currency. */
@RestController
@RequestMapping("/api/v1/ledger")
final class LedgerController {
    private static final int NAMED_AT_MOST = 100;
    private static final String POLICIES = "policies-are-obeyed";
    private static final String SHOWN = "every-fact-is-shown";

    private final JournalViews journal;
    private final Viewpoints viewpoints;
    private final RefusedOrderTable refused;
    private final DeadLetters letters;
    private final TreeCheck tree;
    private final InstantSource clock;

    LedgerController(
            JournalViews journal,
            Viewpoints viewpoints,
            DataSource database,
            DeadLetters letters,
            TreeCheck tree,
            InstantSource clock) {
        this.journal = journal;
        this.viewpoints = viewpoints;
        this.refused = new RefusedOrderTable(database);
        this.letters = letters;
        this.tree = tree;
        this.clock = clock;
    }

    record Row(String account, String name, String currency, long debit, long credit) {}

    record Total(String currency, long debit, long credit) {}

    /** @param asOf as it was asked, or the present */
    record TrialBalance(String asOf, List<Row> rows, List<Total> totals) {}

    record Account(String account, String name, String side) {}

    /**
     * @param kind what became of an event of the log, with the event; null where a check of the books found it
     * @param index of its leaf, from 0
     */
    record Violation(
            String check,
            String detail,
            @Nullable String kind,
            @Nullable UUID eventId,
            @Nullable Long index,
            @Nullable Long position,
            @Nullable String expected,
            @Nullable String actual) {
        static Violation of(String check, String detail) {
            return new Violation(check, detail, null, null, null, null, null, null);
        }

        static Violation of(Finding found) {
            return new Violation(
                    TreeCheck.NAME,
                    TreeCheck.sentence(found),
                    found.kind().code(),
                    found.eventId(),
                    found.index(),
                    found.position(),
                    found.expected(),
                    found.actual());
        }
    }

    record Integrity(boolean ok, List<String> checks, List<Violation> violations) {}

    @GetMapping("/trial-balance")
    TrialBalance trialBalance(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        List<TrialRow> rows = journal.trialBalance(viewpoints.of(asOf, knownAt));
        return new TrialBalance(
                asOf == null ? clock.instant().toString() : asOf,
                rows.stream().map(LedgerController::row).toList(),
                totals(rows));
    }

    private static Row row(TrialRow row) {
        LedgerAccount account = row.account();
        return new Row(
                Integer.toString(account.number()),
                account.title(),
                row.debit().currency().getCurrencyCode(),
                row.debit().minor(),
                row.credit().minor());
    }

    private static List<Total> totals(List<TrialRow> rows) {
        Map<String, Money[]> sums = new TreeMap<>();
        for (TrialRow row : rows)
            sums.merge(row.debit().currency().getCurrencyCode(), new Money[] {row.debit(), row.credit()}, (sum, next) ->
                    new Money[] {sum[0].plus(next[0]), sum[1].plus(next[1])});
        List<Total> totals = new ArrayList<>();
        sums.forEach((currency, sum) -> totals.add(new Total(currency, sum[0].minor(), sum[1].minor())));
        return totals;
    }

    @GetMapping("/accounts")
    Map<String, List<Account>> accounts() {
        return Map.of(
                "items",
                Arrays.stream(LedgerAccount.values())
                        .map(account -> new Account(
                                Integer.toString(account.number()),
                                account.title(),
                                account.side().name()))
                        .toList());
    }

    @GetMapping("/integrity")
    Integrity integrity() {
        List<Violation> violations = new ArrayList<>();
        for (JournalViews.Violation found : journal.violations())
            violations.add(Violation.of(found.check(), found.detail()));
        for (RefusedOrderTable.RefusedOrder order : refused.list(NAMED_AT_MOST))
            violations.add(Violation.of(
                    POLICIES,
                    order.policy() + " after position " + order.position() + " was refused: " + order.code()));
        for (DeadLetter letter : letters.list(0, NAMED_AT_MOST))
            violations.add(Violation.of(
                    SHOWN,
                    "position " + letter.position() + " of " + letter.stream() + " is parked: " + letter.code()));
        for (Finding found : tree.findings()) violations.add(Violation.of(found));
        List<String> checks = new ArrayList<>(journal.checks());
        checks.add(POLICIES);
        checks.add(SHOWN);
        checks.add(TreeCheck.NAME);
        return new Integrity(violations.isEmpty(), checks, violations);
    }
}
