package io.daybook.rail.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.daybook.rail.RailSignal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as Stripe's own library signs them. */
class StripeWebhooksTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PAYOUT = """
            {"id": "evt_1", "object": "event", "type": "payout.paid", "created": 1772442000, "account": "acct_anna",
             "api_version": "2031-01-01.unheard",
             "data": {"object": {"object": "payout", "id": "po_1", "new_field": []}}}
            """;

    private final StripeWebhooks webhooks = new StripeWebhooks("whsec_platform, whsec_connect");

    @Test
    void either_of_two_endpoints_may_have_signed() throws Exception {
        assertThat(hear(PAYOUT, "whsec_platform")).isPresent();
        assertThat(hear(PAYOUT, "whsec_connect")).isPresent();
        assertThat(hear(PAYOUT, "whsec_other")).isEmpty();
    }

    @Test
    void an_event_of_another_api_version_names_its_object_all_the_same() throws Exception {
        assertThat(hear(PAYOUT, "whsec_connect"))
                .hasValueSatisfying(signal -> assertThat(signal)
                        .isInstanceOfSatisfying(RailSignal.Changed.class, changed -> {
                            assertThat(changed.providerId()).isEqualTo("po_1");
                            assertThat(changed.connectedAccount()).contains("acct_anna");
                            assertThat(changed.created()).isEqualTo(NOW);
                        }));
    }

    @Test
    void an_event_about_something_else_is_genuine_and_unrelated() throws Exception {
        String event = "{\"id\": \"evt_2\", \"type\": \"account.updated\", \"created\": 1, \"data\": {}}";
        assertThat(hear(event, "whsec_platform"))
                .contains(new RailSignal.Unrelated("evt_2", "account.updated", Instant.ofEpochSecond(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "hello", "{}", "{\"id\": 5}"})
    void what_is_no_event_is_nothing_even_if_signed(String body) throws Exception {
        assertThat(hear(body, "whsec_platform")).isEmpty();
    }

    private Optional<RailSignal> hear(String body, String secret) throws Exception {
        long sent = NOW.getEpochSecond();
        String header = Webhook.Signature.generateSignatureHeader(body, secret, sent);
        return webhooks.verify(header, body.getBytes(UTF_8), NOW);
    }
}
