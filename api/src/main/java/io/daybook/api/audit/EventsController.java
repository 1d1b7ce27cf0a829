package io.daybook.api.audit;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
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
 * The log: a page as JSON, or all of it streamed as NDJSON or CSV, one event a line, with its digest behind it. A contractor
 * sees what is about them.
 */
@RestController
@RequestMapping("/api/v1/audit/events")
final class EventsController {
    private final EventsTable events;
    private final EventText text;
    private final Viewpoints viewpoints;

    EventsController(DataSource database, Viewpoints viewpoints, JsonMapper json) {
        this.events = new EventsTable(database, json);
        this.text = new EventText(events, json);
        this.viewpoints = viewpoints;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<StoredEvent> page(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        EventFilter filter = filter(caller, stream, type, actor, viewpoints.span(from, to));
        long begin = page.after() == null ? position(after) : position(page.after());
        return page.of(
                events.after(filter, begin, page.fetch()), event -> Long.toString(event.position()), event -> event);
    }

    /** @param after the position behind which it begins: the last one that was read, to go on */
    @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> ndjson(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        EventFilter filter = filter(caller, stream, type, actor, viewpoints.span(from, to));
        long begin = position(after);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_NDJSON)
                .body(Digested.of(request, response, out -> text.writeNdjson(filter, begin, out)));
    }

    /** Personal data stays sealed here, too; metadata and payload are JSON in a cell. */
    @GetMapping(produces = "text/csv")
    ResponseEntity<StreamingResponseBody> csv(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        EventFilter filter = filter(caller, stream, type, actor, viewpoints.span(from, to));
        long begin = position(after);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(Digested.of(request, response, out -> text.writeCsv(filter, begin, out)));
    }

    private static EventFilter filter(
            Caller caller,
            @Nullable String stream,
            @Nullable String type,
            @Nullable String actor,
            Viewpoints.Span span) {
        return new EventFilter(stream, type, actor, whose(caller), span.from(), span.to(), null);
    }

    private static @Nullable String whose(Caller caller) {
        if (caller.hasAny(Role.AUDITOR)) return null;
        ContractorId self = caller.contractor();
        if (self == null) throw ProblemException.notFound("contractor");
        return self.person().value();
    }

    private static long position(@Nullable String after) {
        if (after == null) return 0;
        try {
            long position = Long.parseLong(after);
            if (position >= 0) return position;
        } catch (NumberFormatException e) {
            throw ProblemException.badParameter("after", "is a position, such as 1234");
        }
        throw ProblemException.badParameter("after", "is a position, such as 1234");
    }
}
