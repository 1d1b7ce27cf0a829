package io.daybook.api.imports;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.QueryNames;
import io.daybook.api.http.request.Upload;
import io.daybook.api.http.request.Write;
import io.daybook.api.imports.ImportTable.After;
import io.daybook.api.imports.ImportTable.Listed;
import io.daybook.api.imports.ImportTable.Wanted;
import io.daybook.api.operations.Operation;
import io.daybook.api.operations.Operations;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes rosters and time exports in, and tells how far each is and what it refused. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final Set<String> MEDIA = Set.of("text/csv");

    private final Imports imports;
    private final Operations operations;
    private final ImportOperation importing;
    private final ImportParameters parameters;
    private final Viewpoints viewpoints;

    ImportController(
            Imports imports,
            Operations operations,
            ImportOperation importing,
            ImportParameters parameters,
            Viewpoints viewpoints) {
        this.imports = imports;
        this.operations = operations;
        this.importing = importing;
        this.parameters = parameters;
        this.viewpoints = viewpoints;
    }

    /** What an upload is answered with. */
    record Accepted(String id, String operation) {}

    @PostMapping
    @QueryNames({"kind", "format", "zone", "replace"})
    ResponseEntity<Accepted> upload(Write write, HttpServletRequest request) throws IOException {
        ImportRequest wanted =
                parameters.read(Upload.query(request), write.caller().subject());
        ImportRecord record = imports.receive(write.key(), wanted, Upload.of(request, MEDIA))
                .orElseThrow(() -> ProblemException.of(
                        "idempotency-key-reused", "This Idempotency-Key came with another file or other parameters."));
        Operation operation = operations.start(
                ImportOperation.idFor(record.id()), importing, wanted.actor(), new ImportOperation.Input(record.id()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + record.id()))
                .body(new Accepted(record.id(), operation.id()));
    }

    /** Newest first. */
    @GetMapping
    Page<ImportJson> list(
            PageRequest page,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable ImportStatus status,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Viewpoints.Span span = viewpoints.span(from, to);
        List<Listed> rows =
                imports.page(new Wanted(kind(kind), status, span.from(), span.to()), after(page.after()), page.fetch());
        return page.of(rows, row -> row.receivedAt() + " " + row.record().id(), row -> ImportJson.of(row.record()));
    }

    private static @Nullable ImportKind kind(@Nullable String code) {
        if (code == null) return null;
        return ImportKind.of(code).orElseThrow(() -> ProblemException.badParameter("kind", "is roster or time"));
    }

    private static @Nullable After after(@Nullable String key) {
        if (key == null) return null;
        String[] parts = key.split(" ", 2);
        return new After(Instant.parse(parts[0]), parts[1]);
    }

    @GetMapping("/{id}")
    ImportJson show(@PathVariable String id) {
        return ImportJson.of(existing(id));
    }

    /** As CSV; what concerns the whole file is said of row 1, what has no row any more of row 0. */
    @GetMapping("/{id}/errors")
    void errors(@PathVariable String id, HttpServletResponse response) throws IOException {
        ImportRecord record = existing(id);
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + record.id() + "-errors.csv\"");
        ErrorCsv.write(imports, record.id(), response.getWriter());
    }

    private ImportRecord existing(String id) {
        return imports.find(id).orElseThrow(() -> ProblemException.notFound("import"));
    }
}
