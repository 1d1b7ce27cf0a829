package io.daybook.api.http.request;

import io.daybook.api.eventlog.EventLog;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.kernel.AtRevision;
import io.daybook.kernel.Hash;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Recorded;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was seen of a thing, as its {@code ETag}: where its stream ended, a dot, and a digest of all that was shown, which may
 * change without the thing (a balance, a time that has passed). {@code If-None-Match} asks for both, {@code If-Match} for the
 * first alone.
 */
@Component
public final class Revisions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})(\\.[a-z0-9]+)?\"");

    private final ObjectProvider<EventLog> log;
    private final ObjectProvider<ProjectionProgress> progress;
    private final JsonMapper json;

    Revisions(ObjectProvider<EventLog> log, ObjectProvider<ProjectionProgress> progress, JsonMapper json) {
        this.log = log;
        this.progress = progress;
        this.json = json;
    }

    /**
     * Answers with a thing and its {@code ETag}; without one while the views lag. The end of the stream is read before what is
     * shown: what is written in between makes the tag too old, never too new.
     */
    public <T> ResponseEntity<T> tagged(String stream, Supplier<T> shown) {
        Optional<Recorded> last = log.getObject().last(stream);
        boolean isShown =
                last.isPresent() && progress.getObject().await(last.get().position(), PATIENCE);
        T body = shown.get();
        if (!isShown) return ResponseEntity.ok(body);
        String digest = Hash.shortKey("etag", json.writeValueAsString(body));
        return ResponseEntity.ok()
                .eTag("\"" + last.get().seq() + "." + digest + "\"")
                .body(body);
    }

    /** Looks before what cannot be undone; the order itself looks again. Errors: {@code precondition-failed}. */
    public void mustBeAsSeen(Write write, String stream) {
        String seen = write.ifMatch();
        if (seen == null) return;
        long end = log.getObject().last(stream).map(Recorded::seq).orElse(-1L);
        if (!read(seen).seqs().contains(end)) throw ProblemException.of(new AtRevision.Moved());
    }

    /** @param header of {@code If-Match}, not {@code *}; a tag that is none of ours matches nothing */
    static AtRevision read(String header) {
        return new AtRevision(Arrays.stream(header.split(",", -1))
                .map(tag -> TAG.matcher(tag.strip()))
                .filter(Matcher::matches)
                .map(tag -> Long.valueOf(tag.group(1)))
                .collect(Collectors.toSet()));
    }
}
