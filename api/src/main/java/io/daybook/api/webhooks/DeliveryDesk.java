package io.daybook.api.webhooks;

import io.daybook.api.eventlog.LoggedFacts;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Write;
import io.daybook.api.webhooks.Delivery.Status;
import io.daybook.api.webhooks.DeliveryTable.Listed;
import io.daybook.kernel.Hash;
import io.daybook.kernel.Recorded;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said to an endpoint, and what is to be said once more. */
final class DeliveryDesk {
    private static final int FACTS_AT_ONCE = 500;

    private final DeliveryTable table;
    private final LoggedFacts log;
    private final InstantSource clock;

    DeliveryDesk(DeliveryTable table, LoggedFacts log, InstantSource clock) {
        this.table = table;
        this.log = log;
        this.clock = clock;
    }

    List<Listed> page(EndpointId endpoint, @Nullable Status status, long before, int limit) {
        return table.page(endpoint, status, before, limit);
    }

    Delivery known(EndpointId endpoint, String id) {
        return table.find(endpoint, id).orElseThrow(() -> ProblemException.notFound("delivery"));
    }

    Delivery ping(Write write, WebhookEndpoint endpoint) {
        mustBeEnabled(endpoint);
        String id = "msg_" + Hash.shortKey("ping", endpoint.id().value(), write.key());
        String body = Body.of(MessageType.PING, write.now())
                .with("endpoint", endpoint.id().value())
                .text();
        table.sayOnce(endpoint.id(), id, MessageType.PING, body, write.now());
        return known(endpoint.id(), id);
    }

    /** The fact that a client means by its id in the log, or by the id of what was said of it. Errors: {@code not-found}. */
    UUID factMeant(EndpointId endpoint, String event) {
        String id = table.find(endpoint, event).map(Delivery::event).orElse(event);
        return parsed(id)
                .filter(fact -> log.byId(fact).flatMap(Catalogue::of).isPresent())
                .orElseThrow(() -> ProblemException.notFound("event that messages are made of"));
    }

    private static Optional<UUID> parsed(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void sayAgain(WebhookEndpoint endpoint, UUID event) {
        log.byId(event).flatMap(Catalogue::of).ifPresent(message -> sayAgain(endpoint.id(), message));
    }

    /** How far a run of a replay has come. @param position of the last fact seen @param said in this run */
    record Said(long position, int said, boolean more) {}

    /** What the endpoint wants of the facts behind {@code position}, up to {@code last}, a bounded run of them. */
    Said sayAgain(WebhookEndpoint endpoint, long position, long last) {
        List<Recorded> facts = log.after(position, FACTS_AT_ONCE);
        int said = 0;
        for (Recorded fact : facts) {
            if (fact.position() > last) return new Said(last, said, false);
            Optional<Message> message = Catalogue.of(fact)
                    .filter(wanted -> wanted.wantedBy(endpoint.id(), endpoint.eventTypes())
                            .isPresent());
            message.ifPresent(wanted -> sayAgain(endpoint.id(), wanted));
            if (message.isPresent()) said++;
        }
        boolean more = facts.size() == FACTS_AT_ONCE;
        return new Said(facts.isEmpty() ? last : facts.getLast().position(), said, more);
    }

    LoggedFacts log() {
        return log;
    }

    private void sayAgain(EndpointId endpoint, Message message) {
        table.sayAgain(
                endpoint,
                Message.id(endpoint, message.event()),
                message.event(),
                message.type(),
                message.body(),
                clock.instant());
    }

    static void mustBeEnabled(WebhookEndpoint endpoint) {
        if (!endpoint.isEnabled())
            throw ProblemException.of("illegal-state", "Nothing is sent to a disabled endpoint: enable it first.");
    }
}
