package io.daybook.rail.stripe;

import io.daybook.rail.RailObject;
import io.daybook.rail.RailSignal;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an event is about, whatever API version it is written in: only its ids and types are looked at. */
public final class StripeEvents {
    private static final JsonMapper MAPPER = new JsonMapper();

    private StripeEvents() {}

    /** Empty when it is no event. The signature is not looked at. */
    public static Optional<RailSignal> read(byte[] body) {
        try {
            JsonNode event = MAPPER.readTree(body);
            Optional<String> id = text(event, "id").filter(name -> !name.isEmpty());
            Instant created = Instant.ofEpochSecond(event.path("created").asLong(0));
            JsonNode subject = event.path("data").path("object");
            return id.map(eventId -> changed(eventId, event, subject, created)
                    .orElseGet(() -> new RailSignal.Unrelated(
                            eventId, text(event, "type").orElse(""), created)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<RailSignal> changed(String id, JsonNode event, JsonNode subject, Instant created) {
        return kind(text(subject, "object").orElse(""))
                .flatMap(kind -> text(subject, "id")
                        .map(subjectId -> new RailSignal.Changed(
                                id, kind, subjectId, status(subject), text(event, "account"), created)));
    }

    private static Optional<RailObject.Status> status(JsonNode subject) {
        return text(subject, "status").flatMap(StripeObjects::published);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return node.path(name).isString() ? Optional.of(node.path(name).asString()) : Optional.empty();
    }

    private static Optional<RailObject.Kind> kind(String object) {
        return switch (object) {
            case "transfer" -> Optional.of(RailObject.Kind.TRANSFER);
            case "payout" -> Optional.of(RailObject.Kind.PAYOUT);
            default -> Optional.empty();
        };
    }
}
