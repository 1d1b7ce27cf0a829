package io.daybook.api.webhooks;

import io.daybook.api.books.Viewpoints;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Write;
import io.daybook.api.operations.Operation;
import io.daybook.api.operations.Operations;
import io.daybook.api.webhooks.Delivery.Status;
import io.daybook.api.webhooks.DeliveryTable.Listed;
import io.daybook.kernel.Hash;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to an endpoint and how each try went; a test; and what is to be sent once more. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1/webhook-endpoints/{id}")
final class DeliveryController {
    private final EndpointDesk endpoints;
    private final DeliveryDesk deliveries;
    private final Operations operations;
    private final WebhookReplay replay;
    private final Viewpoints viewpoints;

    DeliveryController(
            EndpointDesk endpoints,
            DeliveryDesk deliveries,
            Operations operations,
            WebhookReplay replay,
            Viewpoints viewpoints) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.operations = operations;
        this.replay = replay;
        this.viewpoints = viewpoints;
    }

    /**
     * @param event its id in the log or the {@code webhook-id} of what was said of it; excludes the others
     * @param from when it was recorded, a date or an instant; left out, from the beginning
     * @param to before that; a date counts whole; left out, until now
     */
    record Again(
            @Nullable String event,
            @Nullable String from,
            @Nullable String to) {}

    @GetMapping("/deliveries")
    Page<Delivery> list(
            @PathVariable String id, PageRequest page, @RequestParam(required = false) @Nullable Status status) {
        EndpointId endpoint = endpoints.known(id).id();
        String after = page.after();
        long before = after == null ? Long.MAX_VALUE : place(after);
        return page.of(
                deliveries.page(endpoint, status, before, page.fetch()),
                row -> Long.toString(row.nr()),
                Listed::delivery);
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw ProblemException.of("bad-cursor", "Take the cursor from this list's nextCursor, unchanged.");
        }
    }

    @GetMapping("/deliveries/{delivery}")
    Delivery show(@PathVariable String id, @PathVariable String delivery) {
        return deliveries.known(endpoints.known(id).id(), delivery);
    }

    @PostMapping("/ping")
    ResponseEntity<Delivery> ping(Write write, @PathVariable String id) {
        Delivery delivery = deliveries.ping(write, endpoints.known(id));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/webhook-endpoints/" + id + "/deliveries/" + delivery.id()))
                .body(delivery);
    }

    @PostMapping("/replay")
    ResponseEntity<Operation> replay(Write write, @PathVariable String id, @RequestBody Again body) {
        WebhookEndpoint endpoint = endpoints.known(id);
        DeliveryDesk.mustBeEnabled(endpoint);
        Operation operation = operations.start(
                "operation-" + Hash.shortKey("webhook-replay", write.key()),
                replay,
                write.caller().subject(),
                wish(endpoint.id(), body));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/" + operation.id()))
                .body(operation);
    }

    private WebhookReplay.Wish wish(EndpointId endpoint, Again body) {
        if (body.event() != null) {
            if (body.from() != null || body.to() != null)
                throw ProblemException.at("/event", "bad-value", "Either event, or from and to.");
            String event = deliveries.factMeant(endpoint, body.event()).toString();
            return new WebhookReplay.Wish(endpoint.value(), event, null, null);
        }
        if (body.from() == null && body.to() == null)
            throw ProblemException.at("/from", "missing-field", "Say which event, or from when to when.");
        Viewpoints.Span span = viewpoints.span(body.from(), body.to());
        return new WebhookReplay.Wish(endpoint.value(), null, text(span.from()), text(span.to()));
    }

    private static @Nullable String text(@Nullable Object instant) {
        return Optional.ofNullable(instant).map(Object::toString).orElse(null);
    }
}
