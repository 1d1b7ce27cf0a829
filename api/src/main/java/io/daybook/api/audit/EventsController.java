package io.daybook.api.audit;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
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

/** The log: a page as JSON, or all of it streamed as NDJSON, one event a line. A contractor sees what is about them. */
@RestController
@RequestMapping("/api/v1/audit/events")
final class EventsController {
    private static final int EVENTS_A_PAGE = 1000;

    private final EventsTable events;
    private final Viewpoints viewpoints;
    private final JsonMapper json;

    EventsController(DataSource database, Viewpoints viewpoints, JsonMapper json) {
        this.events = new EventsTable(database, json);
        this.viewpoints = viewpoints;
        this.json = json;
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
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        EventFilter filter = filter(caller, stream, type, actor, viewpoints.span(from, to));
        long begin = position(after);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(out -> write(filter, begin, out));
    }

    private void write(EventFilter filter, long begin, OutputStream body) throws IOException {
        OutputStream out = new BufferedOutputStream(body, 1 << 16);
        long after = begin;
        List<StoredEvent> page;
        do {
            page = events.after(filter, after, EVENTS_A_PAGE);
            for (StoredEvent event : page) {
                out.write(json.writeValueAsBytes(event));
                out.write('\n');
                after = event.position();
            }
        } while (page.size() == EVENTS_A_PAGE);
        out.flush();
    }

    private static EventFilter filter(
            Caller caller,
            @Nullable String stream,
            @Nullable String type,
            @Nullable String actor,
            Viewpoints.Span span) {
        return new EventFilter(stream, type, actor, whose(caller), span.from(), span.to());
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
