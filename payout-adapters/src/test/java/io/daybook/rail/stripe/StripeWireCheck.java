package io.daybook.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.stripe.Stripe;
import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.WireObserver;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/**
 * Holds every request, response and webhook of a test against Stripe's published interface, and the headers that it
 * describes in words: a key on every POST, the version that stripe-java speaks, and the connected account on what is a
 * contractor's own (payouts), on what we may read of both of us (balances), and on nothing else.
 */
public final class StripeWireCheck implements WireObserver {
    private static final Optional<OpenApi> API = OpenApi.load();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private final boolean requestsToo;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger checked = new AtomicInteger();

    public StripeWireCheck() {
        this(true);
    }

    private StripeWireCheck(boolean requestsToo) {
        this.requestsToo = requestsToo;
    }

    /** For tests that ask what Stripe's own clients never would. */
    public static StripeWireCheck ofAnswers() {
        return new StripeWireCheck(false);
    }

    static boolean hasDocument() {
        return API.isPresent();
    }

    @Override
    public void exchanged(Exchange exchange) {
        if (requestsToo) checkHeaders(exchange);
        API.ifPresent(api -> check(api, exchange));
    }

    @Override
    public void sent(SignedWebhook webhook) {
        API.ifPresent(api -> {
            try {
                JsonNode event = OpenApi.MAPPER.readTree(webhook.body());
                validate(api, "webhook", schema(api, "event"), event);
                JsonNode subject = event.at("/data/object");
                validate(api, "webhook", schema(api, subject.path("object").asText()), subject);
            } catch (IOException e) {
                violations.add("a webhook that is not JSON: " + e.getMessage());
            }
        });
    }

    List<String> violations() {
        return violations;
    }

    int checked() {
        return checked.get();
    }

    /** Without the document the test is skipped at this point, having passed so far. */
    public void assertClean() {
        assertThat(violations).as("violations of Stripe's interface").isEmpty();
        Assumptions.assumeTrue(
                hasDocument(), "not checked against Stripe's OpenAPI document: it is not in daybook.test-data");
    }

    private void checkHeaders(Exchange exchange) {
        String name = exchange.method() + " " + exchange.path();
        Headers headers = exchange.headers();
        boolean post = exchange.method().equals("POST");
        boolean keyed = headers.key()
                .filter(key -> !key.isBlank() && key.length() <= 255)
                .isPresent();
        if (post != keyed) violations.add(name + ": " + (post ? "no Idempotency-Key" : "an Idempotency-Key to read"));
        if (!headers.version().equals(Optional.of(Stripe.API_VERSION)))
            violations.add(name + ": Stripe-Version " + headers.version().orElse("is missing"));
        boolean ofContractor = exchange.path().matches("/v1/payouts(/.*)?");
        boolean ofEither = exchange.path().matches("/v1/balance(_transactions(/.*)?)?");
        if (!ofEither && ofContractor != headers.account().isPresent())
            violations.add(name + ": Stripe-Account " + headers.account().orElse("is missing"));
    }

    private void check(OpenApi api, Exchange exchange) {
        String name = exchange.method() + " " + exchange.path();
        Optional<JsonNode> operation = api.operation(exchange.method(), exchange.path());
        if (operation.isEmpty()) {
            if (requestsToo) violations.add(name + ": no such operation");
            return;
        }
        if (requestsToo) checkRequest(api, name, operation.get(), exchange);
        JsonNode responses = operation.get().get("responses");
        JsonNode response = exchange.status() == 200 ? responses.get("200") : responses.get("default");
        try {
            JsonNode answer = OpenApi.MAPPER.readTree(exchange.body());
            validate(api, name + " " + exchange.status(), response.at("/content/application~1json/schema"), answer);
        } catch (IOException e) {
            violations.add(name + ": an answer that is not JSON");
        }
    }

    private void checkRequest(OpenApi api, String name, JsonNode operation, Exchange exchange) {
        FormJson forms = new FormJson(api);
        JsonNode query = querySchema(operation);
        validate(api, name + " query", query, forms.read(exchange.query(), query));
        JsonNode body = operation.at("/requestBody/content/application~1x-www-form-urlencoded/schema");
        if (!body.isMissingNode()) validate(api, name + " body", body, forms.read(exchange.form(), body));
        else if (!exchange.form().isEmpty()) violations.add(name + ": a body where none belongs");
    }

    private static JsonNode querySchema(JsonNode operation) {
        ObjectNode schema =
                OpenApi.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        for (JsonNode parameter : operation.path("parameters"))
            if (parameter.get("in").asText().equals("query"))
                properties.set(parameter.get("name").asText(), parameter.get("schema"));
        return schema;
    }

    private static JsonNode schema(OpenApi api, String name) {
        return api.document().at("/components/schemas/" + name);
    }

    private void validate(OpenApi api, String what, JsonNode schema, JsonNode value) {
        checked.incrementAndGet();
        Schema compiled = SCHEMAS.computeIfAbsent(schema, each -> REGISTRY.getSchema(api.standalone(each)));
        compiled.validate(value).forEach(error -> violations.add(what + ": " + error + " in " + value));
    }
}
