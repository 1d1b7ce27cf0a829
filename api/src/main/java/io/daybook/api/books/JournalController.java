package io.daybook.api.books;

import io.daybook.api.books.JournalText.EntryJson;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.journal.JournalViews.Filter;
import io.daybook.journal.JournalViews.Line;
import io.daybook.journal.LedgerAccount;
import io.daybook.journal.Viewpoint;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal, as of any date and as known at any position: a page as JSON, or all of it streamed as NDJSON (one entry a
 * line) or CSV (one line of an entry a line).
 */
@RestController
@RequestMapping("/api/v1/ledger/journal")
final class JournalController {
    private final JournalViews journal;
    private final ContractorRefs contractors;
    private final Viewpoints viewpoints;
    private final JournalText text;

    JournalController(JournalViews journal, ContractorRefs contractors, Viewpoints viewpoints, JsonMapper json) {
        this.journal = journal;
        this.contractors = contractors;
        this.viewpoints = viewpoints;
        this.text = new JournalText(journal, json, this::json);
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EntryJson> page(
            PageRequest page,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        long after = page.after() == null ? 0 : Long.parseLong(page.after());
        List<Entry> rows =
                journal.journal(filter(account, from, to), viewpoints.of(asOf, knownAt), after, page.fetch());
        List<EntryJson> shown = json(rows);
        return page.of(shown, entry -> Long.toString(entry.position()), entry -> entry);
    }

    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> ndjson(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        Filter filter = filter(account, from, to);
        Viewpoint viewpoint = viewpoints.of(asOf, knownAt);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(out -> text.writeNdjson(filter, viewpoint, out));
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        Filter filter = filter(account, from, to);
        Viewpoint viewpoint = viewpoints.of(asOf, knownAt);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(out -> text.writeCsv(filter, viewpoint, out));
    }

    private List<EntryJson> json(List<Entry> entries) {
        List<ContractorId> named = entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(Line::contractor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ContractorRefs.Known known = contractors.of(named);
        return entries.stream().map(entry -> EntryJson.of(entry, known)).toList();
    }

    private Filter filter(@Nullable String account, @Nullable String from, @Nullable String to) {
        Viewpoints.Span span = viewpoints.span(from, to);
        return new Filter(account(account), null, span.from(), span.to());
    }

    private static @Nullable LedgerAccount account(@Nullable String number) {
        if (number == null) return null;
        try {
            return LedgerAccount.of(Integer.parseInt(number));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badParameter("account", "is a number of the chart of accounts, such as 2000");
        }
    }
}
