package io.daybook.api.http.request;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.http.idempotency.RequestKey;
import io.daybook.api.http.problem.Parked;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.problem.RequestId;
import io.daybook.api.security.Caller;
import io.daybook.api.watch.Watch;
import io.daybook.kernel.AtRevision;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Rider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;

/**
 * One request that changes something: who, when, under which key, and the way its orders go.
 * Every order's id is made of the key and the order's step, so that a repeated request gives the same orders.
 */
public final class Write {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_WITH_POLICIES = Duration.ofSeconds(2);

    private final Caller caller;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Ports ports;
    private long position;
    private boolean isNew;

    Write(Caller caller, HttpServletRequest request, HttpServletResponse response, Ports ports) {
        this.caller = caller;
        this.request = request;
        this.response = response;
        this.ports = ports;
    }

    record Ports(
            ObjectProvider<Commands> commands,
            ObjectProvider<ProjectionProgress> progress,
            ObjectProvider<Consequences> consequences,
            InstantSource clock,
            Watch watch,
            Unseen unseen) {}

    public Caller caller() {
        return caller;
    }

    public Instant now() {
        return ports.clock.instant();
    }

    /** Names this request for ever; ids of what it creates are made of it. */
    public String key() {
        return RequestKey.of(request);
    }

    /** The kept answer holds this person's data, and goes with their key. */
    public void about(PersonId person) {
        RequestKey.keepFor(request, person);
    }

    /** The answer holds a secret: a repeat gets another one, without it. */
    public void keepNoAnswer() {
        RequestKey.keepNone(request);
    }

    /** Gives the only order of its kind in this request. Errors: the problem of a rule's no. */
    public long send(DomainCommand command) {
        return send(command, List.of(), ProblemException::of);
    }

    /**
     * Gives the only order of its kind in this request.
     *
     * @param places where in the body stands what a rule's no, by its code, is about; RFC 6901
     */
    public long send(DomainCommand command, Map<String, String> places) {
        return send(command, List.of(), reason -> ProblemException.of(reason, places));
    }

    /**
     * Gives the only order of its kind in this request.
     *
     * @param riders what must be written with its events or not at all
     * @param explain how a rule's no looks to the caller
     */
    public long send(DomainCommand command, List<Rider> riders, Function<Rejection, ProblemException> explain) {
        return give(command, withSeen(riders), explain);
    }

    /** Gives an order about something else than what {@code If-Match} speaks of. */
    public long sendBeside(DomainCommand command) {
        return give(command, List.of(), ProblemException::of);
    }

    /** The header; null where nothing is asked. */
    public @Nullable String ifMatch() {
        String seen = request.getHeader(HttpHeaders.IF_MATCH);
        return seen == null || seen.strip().equals("*") ? null : seen;
    }

    private long give(DomainCommand command, List<Rider> riders, Function<Rejection, ProblemException> explain) {
        CommandId id = new CommandId("http:" + key() + ":" + command.getClass().getSimpleName());
        Cause cause = new Cause(Origin.REQUEST, id, caller.acting(), RequestId.of(request), null);
        switch (ports.commands.getObject().send(command, cause, riders)) {
            case Outcome.Refused(AtRevision.Moved moved) -> throw ProblemException.of(moved.code(), moved.message());
            case Outcome.Refused(var reason) -> {
                ports.watch.refused(caller.subject(), reason.code(), route(), command.streamId());
                throw explain.apply(reason);
            }
            case Outcome.Done done -> {
                position = Math.max(position, done.position());
                isNew = done.isNew();
            }
        }
        response.setHeader(Positions.HEADER, Long.toString(position));
        return position;
    }

    private String route() {
        return request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    private List<Rider> withSeen(List<Rider> riders) {
        String seen = ifMatch();
        if (seen == null) return riders;
        List<Rider> all = new ArrayList<>(riders);
        all.add(Revisions.read(seen));
        return all;
    }

    /** Whether the last order was carried out just now, so that its answer follows from what was asked. */
    public boolean isNew() {
        return isNew;
    }

    /** Answers before the views show what was written here: requests to come wait for them. */
    public void leaveToViews() {
        ports.unseen.acknowledged(position);
    }

    /**
     * For what is decided on the whole of it: waits until the views show all that any node has written. Errors: {@code
     * projection-behind}, also where a fact of such a stream is parked.
     */
    public void awaitAll(String... streams) {
        ProjectionProgress views = ports.progress.getObject();
        Positions.mustCatchUp(views, PATIENCE);
        for (String stream : streams) if (!views.shows(stream)) throw Parked.problem();
    }

    /** Waits until the views show what this node has acknowledged, in a handler that is {@link AheadOfViews}. */
    public void awaitEarlierWrites() {
        Positions.awaitUnseen(request, ports.progress.getObject(), ports.unseen);
    }

    /** Waits until the views show what was written here. Errors: {@code projection-behind} after 5 seconds. */
    public void awaitViews() {
        Positions.await(ports.progress.getObject(), position, PATIENCE);
    }

    /**
     * Waits as {@link #awaitViews}, then a little longer for what the policies make of it, such as earnings of approved
     * time; readers who must see that ask with {@code Daybook-Min-Position}.
     */
    public void awaitConsequences() {
        awaitViews();
        if (position > 0) ports.consequences.getObject().await(position, PATIENCE_WITH_POLICIES);
    }

    /** For what rests on all of the books. Errors: {@code projection-behind} while the views lack a fact. */
    public void mustSeeAll() {
        if (!ports.progress.getObject().shows("")) throw Parked.problem();
    }

    /** Answers how far the log has come, where the work itself is still to be done. */
    public void accepted() {
        response.setHeader(
                Positions.HEADER, Long.toString(ports.progress.getObject().projectedPosition()));
    }
}
