package io.daybook.api.webhooks;

import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message's body in the making: {@code {type, timestamp, data}}. Ids, references and amounts; whoever wants more asks for it. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageType type;
    private final Instant timestamp;
    private final ObjectNode data = JSON.createObjectNode();

    private Body(MessageType type, Instant timestamp) {
        this.type = type;
        this.timestamp = timestamp;
    }

    /** With the fact's id, to have it said again, and its position, to read what followed from it. */
    static Body of(MessageType type, Recorded fact) {
        return new Body(type, fact.event().occurredAt())
                .with("event", fact.eventId())
                .with("position", fact.position());
    }

    static Body of(MessageType type, Instant timestamp) {
        return new Body(type, timestamp);
    }

    /** Left out where it is not there. */
    Body with(String name, @Nullable String value) {
        if (value != null) data.put(name, value);
        return this;
    }

    Body with(String name, long value) {
        data.put(name, value);
        return this;
    }

    Body with(String name, Money money) {
        ObjectNode amount = JSON.createObjectNode();
        amount.put("amount", money.minor());
        amount.put("currency", money.currency().getCurrencyCode());
        data.set(name, amount);
        return this;
    }

    MessageType type() {
        return type;
    }

    String text() {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type.label());
        body.put("timestamp", timestamp.toString());
        body.set("data", data);
        return JSON.writeValueAsString(body);
    }
}
