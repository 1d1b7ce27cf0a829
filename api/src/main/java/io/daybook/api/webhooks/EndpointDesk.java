package io.daybook.api.webhooks;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.problem.Problem.Field;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.webhooks.EndpointTable.Act;
import io.daybook.api.webhooks.EndpointTable.Terms;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what administrators ask of endpoints. */
final class EndpointDesk {
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);
    private static final int MOST_SECRETS = 5;

    private final EndpointTable table;
    private final EndpointSecrets secrets;
    private final Names names;
    private final boolean development;

    EndpointDesk(EndpointTable table, EndpointSecrets secrets, Names names, DaybookProperties daybook) {
        this.table = table;
        this.secrets = secrets;
        this.names = names;
        this.development = daybook.security().devTokens();
    }

    /** Errors: {@code not-found}. */
    WebhookEndpoint known(String id) {
        try {
            return table.find(new EndpointId(id)).orElseThrow(EndpointDesk::missing);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    List<WebhookEndpoint> page(String after, int limit) {
        return table.page(after, limit);
    }

    /** Errors: {@code reference-taken}; {@code limit-exceeded} when there are as many as may be. */
    EndpointId add(Write write, Terms terms, @Nullable String reference) {
        EndpointId id = EndpointId.of(write.key());
        boolean isNew = table.add(id, terms, reference, write.key(), secrets.newSealed(), act(write));
        if (isNew || table.find(id).isPresent()) return id;
        if (reference != null && table.findByReference(reference).isPresent())
            throw ProblemException.of("reference-taken", "Another endpoint has this reference.");
        throw ProblemException.of("limit-exceeded", "There are at most " + EndpointTable.MOST + " endpoints.");
    }

    void change(Write write, EndpointId id, Terms terms) {
        if (!table.change(id, terms, act(write))) throw missing();
    }

    void enable(Write write, EndpointId id) {
        table.enable(id, act(write));
    }

    void disable(Write write, EndpointId id) {
        table.disable(id, "person", act(write));
    }

    void delete(Write write, EndpointId id) {
        if (!table.delete(id, act(write))) throw missing();
    }

    /** @param overlap for how long those before it count beside it; null is a day */
    void rotate(Write write, EndpointId id, @Nullable Duration overlap) {
        Duration wanted = overlap == null ? Duration.ofDays(1) : overlap;
        if (wanted.isNegative() || wanted.compareTo(LONGEST_OVERLAP) > 0)
            throw ProblemException.at("/overlap", "bad-value", "An overlap is from PT0S to PT168H.");
        boolean repeated = secrets.madeAt(id, write.key()).isPresent();
        if (!repeated && secrets.count(id, write.now()) >= MOST_SECRETS)
            throw ProblemException.of(
                    "illegal-state", MOST_SECRETS + " secrets count already: wait until the oldest has run out.");
        secrets.rotate(id, write.key(), wanted, act(write));
    }

    /** The secret that this very request has made. */
    String secretMadeBy(Write write, EndpointId id) {
        return secrets.madeAt(id, write.key())
                .orElseThrow(EndpointDesk::missing)
                .value();
    }

    /** Errors: {@code bad-value} and {@code address-refused}, with the place in the body. */
    Terms terms(String url, @Nullable List<String> eventTypes, @Nullable String description) {
        return new Terms(mayBeSentTo(url), types(eventTypes), Texts.optional("/description", description, 500));
    }

    /** A name that nobody knows just now is taken: whether it leads somewhere is asked at each delivery. */
    private String mayBeSentTo(String url) {
        try {
            TargetUrl target = TargetUrl.of(url, development);
            target.mayLeadTo(names.addressesOf(target.bareHost()));
        } catch (TargetUrl.Refused e) {
            throw ProblemException.at("/url", "address-refused", e.sentence());
        } catch (UnknownHostException e) {
            return url;
        }
        return url;
    }

    private static List<String> types(@Nullable List<String> wanted) {
        if (wanted == null) return List.of();
        List<Field> errors = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++)
            if (MessageType.find(wanted.get(i)).isEmpty())
                errors.add(new Field(
                        "/eventTypes/" + i,
                        "bad-value",
                        "This is one of GET /webhook-event-types, such as payout.paid."));
        if (!errors.isEmpty()) throw ProblemException.at(errors);
        return wanted.stream().distinct().sorted().toList();
    }

    private static Act act(Write write) {
        return new Act(write.caller().subject().value(), write.now());
    }

    private static ProblemException missing() {
        return ProblemException.notFound("webhook endpoint");
    }
}
