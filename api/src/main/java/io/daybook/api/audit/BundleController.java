package io.daybook.api.audit;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.evidence.Bundles;
import io.daybook.api.http.money.StatementEvidence;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Evidence to take home: all about a contractor, or for auditors all of the log in a time, with proofs and a checkpoint. */
@RestController
final class BundleController {
    private static final String ZIP = "application/zip";

    private final Bundles bundles;
    private final People people;
    private final StatementEvidence statements;
    private final Viewpoints viewpoints;

    BundleController(Bundles bundles, People people, StatementEvidence statements, Viewpoints viewpoints) {
        this.bundles = bundles;
        this.people = people;
        this.statements = statements;
        this.viewpoints = viewpoints;
    }

    /**
     * @param contractor id or reference; without one everybody for auditors, themselves for contractors
     * @param earlier size of the tree of a checkpoint that was kept: the bundle then shows that this tree continues it
     */
    @GetMapping(path = "/api/v1/audit/bundle", produces = ZIP)
    ResponseEntity<StreamingResponseBody> bundle(
            Caller caller,
            @RequestParam(required = false) @Nullable String contractor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Long earlier) {
        Viewpoints.Span span = viewpoints.span(from, to);
        ContractorId whose = whose(caller, contractor);
        Bundles.Statement statement = whose == null
                ? null
                : statements.about(whose, span.from(), span.to()).orElse(null);
        String person = whose == null ? null : whose.person().value();
        Bundles.Prepared bundle =
                bundles.prepare(new Bundles.Asked(person, span.from(), span.to(), earlier, statement));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ZIP))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"daybook-evidence.zip\"")
                .body(bundle::write);
    }

    /** Null is everybody. */
    private @Nullable ContractorId whose(Caller caller, @Nullable String contractor) {
        if (contractor != null) return people.named(caller, contractor).id();
        if (caller.hasAny(Role.AUDITOR)) return null;
        ContractorId self = caller.contractor();
        if (self == null) throw ProblemException.notFound("contractor");
        return self;
    }
}
