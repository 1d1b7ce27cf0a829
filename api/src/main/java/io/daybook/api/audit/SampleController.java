package io.daybook.api.audit;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.journal.Viewpoint;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Random samples of the log that anybody can draw again, and nobody can choose. */
@RestController
@RequestMapping("/api/v1/audit/sample")
final class SampleController {
    private static final String METHOD = "least sha256(utf8(seed) || 0x0a || event_id) first";
    private static final int LONGEST_SEED = 200;
    private static final int MOST = 1000;
    private static final String USUAL = "25";

    private final EventsTable events;
    private final Viewpoints viewpoints;

    SampleController(DataSource database, Viewpoints viewpoints, JsonMapper json) {
        this.events = new EventsTable(database, json);
        this.viewpoints = viewpoints;
    }

    /**
     * A sample.
     *
     * @param knownAt the position up to which it was drawn: with it, the same is drawn for ever
     * @param population how many events it was drawn from
     */
    record Sample(String method, String seed, long knownAt, long population, List<Item> items) {}

    /** @param digest what the event was drawn by, lower-case hex @param proof where its proof is */
    record Item(String digest, String proof, StoredEvent event) {}

    @GetMapping
    Sample draw(
            @RequestParam String seed,
            @RequestParam(required = false, defaultValue = USUAL) String count,
            @RequestParam(required = false) @Nullable String stream,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String knownAt) {
        if (seed.isEmpty() || seed.length() > LONGEST_SEED)
            throw ProblemException.badParameter("seed", "is a text of 1 to " + LONGEST_SEED + " characters");
        Viewpoints.Span span = viewpoints.span(from, to);
        int wanted = count(count);
        EventFilter filter = new EventFilter(stream, type, actor, null, span.from(), span.to(), null)
                .upTo(last(viewpoints.of(null, knownAt)));
        long population = events.count(filter);
        List<Item> items = events.draw(filter, seed, wanted).stream()
                .map(drawn -> new Item(
                        drawn.digest(), "/api/v1/audit/proofs/" + drawn.event().eventId(), drawn.event()))
                .toList();
        return new Sample(METHOD, seed, last(filter), population, items);
    }

    /** Never ahead of the log: what is drawn today must be drawn again tomorrow. */
    private long last(Viewpoint known) {
        long last = events.lastPosition(known.knownAt());
        return known.knownPosition() == null ? last : Math.min(last, known.knownPosition());
    }

    private static long last(EventFilter filter) {
        return filter.last() == null ? 0 : filter.last();
    }

    private static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= MOST) return count;
        } catch (NumberFormatException e) {
            throw ProblemException.badParameter("count", "is a number from 1 to " + MOST);
        }
        throw ProblemException.badParameter("count", "is a number from 1 to " + MOST);
    }
}
