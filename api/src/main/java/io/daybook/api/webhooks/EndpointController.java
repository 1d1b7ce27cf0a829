package io.daybook.api.webhooks;

import io.daybook.api.http.request.AheadOfViews;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.webhooks.EndpointTable.Terms;
import io.daybook.api.webhooks.WebhookEndpoint.Status;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is told of what happens here. */
@RestController
@AheadOfViews
@RequestMapping("/api/v1")
final class EndpointController {
    private static final String ENDPOINTS = "/webhook-endpoints";

    private final EndpointDesk desk;

    EndpointController(EndpointDesk desk) {
        this.desk = desk;
    }

    /** @param eventTypes left out or empty: all, those to come too */
    record NewEndpoint(
            String url,
            @Nullable List<String> eventTypes,
            @Nullable String description,
            @Nullable String reference) {}

    /** Replaces what is there. */
    record EndpointChange(
            String url,
            @Nullable List<String> eventTypes,
            @Nullable String description) {}

    /** @param overlap for how long messages are signed with the secrets before it, too; PT24H unless told */
    record Rotation(@Nullable Duration overlap) {}

    /** The one time that the secret is shown. */
    record MadeEndpoint(
            EndpointId id,
            String url,
            List<String> eventTypes,
            @Nullable String description,
            @Nullable String reference,
            Status status,
            Instant createdAt,
            String secret) {
        static MadeEndpoint of(WebhookEndpoint endpoint, String secret) {
            return new MadeEndpoint(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.eventTypes(),
                    endpoint.description(),
                    endpoint.reference(),
                    endpoint.status(),
                    endpoint.createdAt(),
                    secret);
        }
    }

    record EventType(String type, String meaning) {}

    @GetMapping("/webhook-event-types")
    Page<EventType> types() {
        return new Page<>(
                Arrays.stream(MessageType.values())
                        .map(type -> new EventType(type.label(), type.meaning()))
                        .toList(),
                null);
    }

    @GetMapping(ENDPOINTS)
    Page<WebhookEndpoint> list(PageRequest page) {
        String after = page.after();
        return page.of(
                desk.page(after == null ? "" : after, page.fetch()),
                endpoint -> endpoint.id().value(),
                endpoint -> endpoint);
    }

    @GetMapping(ENDPOINTS + "/{id}")
    WebhookEndpoint show(@PathVariable String id) {
        return desk.known(id);
    }

    @PostMapping(ENDPOINTS)
    ResponseEntity<MadeEndpoint> add(Write write, @RequestBody NewEndpoint body) {
        Terms terms = desk.terms(body.url(), body.eventTypes(), body.description());
        EndpointId id = desk.add(write, terms, Texts.optional("/reference", body.reference(), 200));
        return ResponseEntity.created(URI.create("/api/v1" + ENDPOINTS + "/" + id.value()))
                .body(made(write, id));
    }

    @PutMapping(ENDPOINTS + "/{id}")
    WebhookEndpoint change(Write write, @PathVariable String id, @RequestBody EndpointChange body) {
        EndpointId known = desk.known(id).id();
        desk.change(write, known, desk.terms(body.url(), body.eventTypes(), body.description()));
        return desk.known(id);
    }

    @DeleteMapping(ENDPOINTS + "/{id}")
    ResponseEntity<Void> delete(Write write, @PathVariable String id) {
        desk.delete(write, desk.known(id).id());
        return ResponseEntity.noContent().build();
    }

    @PostMapping(ENDPOINTS + "/{id}/enable")
    WebhookEndpoint enable(Write write, @PathVariable String id) {
        desk.enable(write, desk.known(id).id());
        return desk.known(id);
    }

    @PostMapping(ENDPOINTS + "/{id}/disable")
    WebhookEndpoint disable(Write write, @PathVariable String id) {
        desk.disable(write, desk.known(id).id());
        return desk.known(id);
    }

    @PostMapping(ENDPOINTS + "/{id}/rotate-secret")
    MadeEndpoint rotate(Write write, @PathVariable String id, @RequestBody(required = false) @Nullable Rotation body) {
        EndpointId known = desk.known(id).id();
        desk.rotate(write, known, body == null ? null : body.overlap());
        return made(write, known);
    }

    private MadeEndpoint made(Write write, EndpointId id) {
        return MadeEndpoint.of(desk.known(id.value()), desk.secretMadeBy(write, id));
    }
}
