package io.daybook.api.http.money;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorView;
import io.daybook.journal.JournalViews;
import io.daybook.journal.Statement;
import io.daybook.kernel.PersonVault;
import io.daybook.money.Currencies;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened between us and a contractor over a time: as JSON, as a table, or as a page to print. */
@RestController
@RequestMapping("/api/v1/contractors/{id}/statement")
final class StatementController {
    private final JournalViews journal;
    private final People people;
    private final Viewpoints viewpoints;
    private final PersonVault vault;
    private final InstantSource clock;

    StatementController(
            JournalViews journal, People people, Viewpoints viewpoints, PersonVault vault, InstantSource clock) {
        this.journal = journal;
        this.people = people;
        this.viewpoints = viewpoints;
        this.vault = vault;
        this.clock = clock;
    }

    /** What a statement is asked for; null is the contractor's own currency, the beginning, now. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf,
            @Nullable String knownAt,
            @Nullable String currency) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    StatementJson show(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String currency) {
        return statement(people.visible(caller, id), new Asked(from, to, asOf, knownAt, currency));
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<String> table(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String currency) {
        StatementJson statement = statement(people.visible(caller, id), new Asked(from, to, asOf, knownAt, currency));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"")
                .body(StatementCsv.of(statement));
    }

    @GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> page(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String currency) {
        ContractorView contractor = people.visible(caller, id);
        StatementJson statement = statement(contractor, new Asked(from, to, asOf, knownAt, currency));
        String name = vault.open(contractor.name().sealed()).orElse(null);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"statement.pdf\"")
                .body(StatementPdf.of(new StatementPage(statement, name, viewpoints.zone()).html()));
    }

    private StatementJson statement(ContractorView contractor, Asked asked) {
        Viewpoints.Span span = viewpoints.span(asked.from(), asked.to());
        Instant from = span.from();
        Instant to = span.to() == null ? clock.instant() : span.to();
        if (from != null && to.isBefore(from)) throw ProblemException.badParameter("from", "is not in the future");
        List<Statement> statements = journal.statements(
                contractor.id(), from == null ? Instant.EPOCH : from, to, viewpoints.of(asked.asOf(), asked.knownAt()));
        Currency wanted = currency(contractor, asked.currency());
        Statement chosen = statements.stream()
                .filter(statement -> statement.opening().currency().equals(wanted))
                .findFirst()
                .orElseGet(() -> Empty.in(wanted));
        return new StatementJson(
                new ContractorRef(contractor.id(), contractor.reference()),
                wanted,
                statements.stream()
                        .map(statement -> statement.opening().currency())
                        .filter(other -> !other.equals(wanted))
                        .toList(),
                from,
                to,
                chosen.position(),
                chosen.opening(),
                chosen.lines().stream()
                        .map(line -> StatementJson.LineJson.of(line, vault::open))
                        .toList(),
                chosen.closing(),
                chosen.totals());
    }

    private static Currency currency(ContractorView contractor, @Nullable String code) {
        if (code == null) return contractor.currency();
        return Currencies.find(code)
                .orElseThrow(() -> ProblemException.of("unsupported-currency", "There is no such currency."));
    }
}
