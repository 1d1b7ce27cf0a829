package io.daybook.api.audit;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who read what: the watching of those who watch. */
@RestController
@RequestMapping("/api/v1/audit/access")
final class AuditAccessController {
    private final AuditAccessTable accesses;
    private final Viewpoints viewpoints;

    AuditAccessController(DataSource database, Viewpoints viewpoints) {
        this.accesses = new AuditAccessTable(database);
        this.viewpoints = viewpoints;
    }

    /** Latest first. @param actor the subject */
    @GetMapping
    Page<AuditAccess> list(
            PageRequest page,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Viewpoints.Span span = viewpoints.span(from, to);
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        return page.of(
                accesses.before(before, actor, span.from(), span.to(), page.fetch()),
                access -> Long.toString(access.id()),
                access -> access);
    }
}
