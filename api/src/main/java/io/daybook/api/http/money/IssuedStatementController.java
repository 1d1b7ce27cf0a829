package io.daybook.api.http.money;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.eventlog.AppendRefused;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Write;
import io.daybook.api.security.Caller;
import io.daybook.contractor.ContractorView;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.statement.History;
import io.daybook.statement.StatementCommand.IssueStatement;
import io.daybook.statement.StatementId;
import io.daybook.statement.StatementView;
import io.daybook.statement.StatementViews;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements that are issued once, and say the same for ever. */
@RestController
@RequestMapping("/api/v1/contractors/{id}/statements")
final class IssuedStatementController {
    private static final int TRIES = 5;
    private static final String EVERYTHING = "";

    private final StatementViews statements;
    private final IssuedStatements texts;
    private final People people;
    private final ProjectionProgress views;
    private final ZoneId zone;

    IssuedStatementController(
            StatementViews statements,
            IssuedStatements texts,
            People people,
            ProjectionProgress views,
            Viewpoints viewpoints) {
        this.statements = statements;
        this.texts = texts;
        this.people = people;
        this.views = views;
        this.zone = viewpoints.zone();
    }

    /** @param from the first day, in the zone of the books @param to the last one */
    record NewStatement(LocalDate from, LocalDate to) {}

    /** Oldest first. */
    @GetMapping
    Page<IssuedJson> list(Caller caller, PageRequest page, @PathVariable String id) {
        ContractorRef whose = ref(people.visible(caller, id));
        long after = page.after() == null ? 0 : Long.parseLong(page.after());
        return page.of(
                statements.of(whose.id(), after, page.fetch()),
                view -> Long.toString(view.position()),
                view -> IssuedJson.of(view, whose));
    }

    @PostMapping
    ResponseEntity<IssuedJson> issue(Write write, @PathVariable String id, @RequestBody NewStatement body) {
        ContractorRef whose = ref(people.visible(write.caller(), id));
        if (body.to().isBefore(body.from()))
            throw ProblemException.at("/to", "bad-value", "The last day is not before the first.");
        StatementView issued = issue(
                write,
                whose,
                body.from().atStartOfDay(zone).toInstant(),
                body.to().plusDays(1).atStartOfDay(zone).toInstant());
        String path = "/api/v1/contractors/" + whose.id().value() + "/statements/"
                + issued.id().value();
        return ResponseEntity.created(URI.create(path)).body(IssuedJson.of(issued, whose));
    }

    /** What is recorded about them between the reading and the writing is read, too, with the next try. */
    private StatementView issue(Write write, ContractorRef whose, Instant from, Instant to) {
        StatementId id = StatementId.of(write.key());
        for (int tries = 0; tries < TRIES; tries++) {
            write.awaitAll(EVERYTHING);
            History history = statements.history(whose.id(), views.projectedPosition());
            IssuedStatementJson text = texts.draft(id, whose, from, to, history);
            IssueStatement order = new IssueStatement(
                    id,
                    whose.id(),
                    from,
                    to,
                    history,
                    text.form(),
                    text.hash(),
                    write.caller().subject(),
                    write.now());
            try {
                write.send(order, List.of(statements.closing(id, whose.id(), history)), ProblemException::of);
                write.awaitViews();
                return statements.find(id).orElseThrow();
            } catch (AppendRefused e) {
                if (!e.constraint().equals(StatementViews.CLOSES_HISTORY)) throw e;
            }
        }
        throw ProblemException.of("projection-behind", "Too much is recorded about them just now; try again.");
    }

    @GetMapping(path = "/{statementId}", produces = MediaType.APPLICATION_JSON_VALUE)
    IssuedStatementJson show(Caller caller, @PathVariable String id, @PathVariable String statementId) {
        return text(caller, id, statementId);
    }

    @GetMapping(path = "/{statementId}", produces = "text/csv")
    ResponseEntity<String> table(Caller caller, @PathVariable String id, @PathVariable String statementId) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement.csv\"")
                .body(IssuedCsv.of(text(caller, id, statementId)));
    }

    private IssuedStatementJson text(Caller caller, String contractor, String statement) {
        ContractorRef whose = ref(people.visible(caller, contractor));
        StatementView issued = StatementId.read(statement)
                .flatMap(statements::find)
                .filter(found -> found.contractor().equals(whose.id()))
                .orElseThrow(() -> ProblemException.notFound("statement"));
        return texts.show(issued, whose);
    }

    private static ContractorRef ref(ContractorView contractor) {
        return new ContractorRef(contractor.id(), contractor.reference());
    }
}
