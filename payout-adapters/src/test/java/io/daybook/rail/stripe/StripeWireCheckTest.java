package io.daybook.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import io.daybook.rail.simulator.WireObserver.Exchange;
import io.daybook.rail.simulator.WireObserver.Headers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check itself: it passes what Stripe prints in its own fixtures, and goes red on anything else. */
class StripeWireCheckTest {
    private static final String ERROR = "{\"error\": {\"type\": \"api_error\"}}";
    private final StripeWireCheck check = new StripeWireCheck();

    @BeforeEach
    void needsTheDocument() {
        Assumptions.assumeTrue(StripeWireCheck.hasDocument(), "Stripe's OpenAPI document is not in daybook.test-data");
    }

    @ParameterizedTest
    @CsvSource({
        "transfer, /v1/transfers/tr_1",
        "payout, /v1/payouts/po_1",
        "balance, /v1/balance",
        "balance_transaction, /v1/balance_transactions/txn_1",
        "transfer_reversal, /v1/transfers/tr_1/reversals/trr_1"
    })
    void stripes_own_examples_pass(String fixture, String path) throws IOException {
        Path file = Path.of(System.getProperty("daybook.test-data"), "stripe", "stripe-fixtures-payouts.json");
        String body = OpenApi.MAPPER
                .readTree(file.toFile())
                .at("/resources/" + fixture)
                .toString();
        see("GET", path, "", "", 200, body);
        assertThat(check.violations()).isEmpty();
        assertThat(check.checked()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount=1&currency=usd&destination=acct_1&metadata%5Bpayout%5D=p&expand%5B0%5D=destination",
                "currency=usd&destination=acct_1"
            })
    void a_request_as_stripe_documents_it_passes(String form) {
        see("POST", "/v1/transfers", "", form, 500, ERROR);
        assertThat(check.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount=1.5&currency=usd&destination=acct_1",
                "amount=1&destination=acct_1",
                "amount=1&currency=usd&destination=acct_1&note=hello",
                "amount=1&currency=usd&destination=acct_1&metadata=hello",
                "amount=1&currency=usd&destination=acct_1&source_type=gold"
            })
    void a_request_that_stripe_does_not_document_is_a_violation(String form) {
        see("POST", "/v1/transfers", "", form, 500, ERROR);
        assertThat(check.violations()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=10&created%5Bgte%5D=5", "created=5"})
    void a_filter_as_documented_passes(String query) {
        see("GET", "/v1/transfers", query, "", 500, ERROR);
        assertThat(check.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=many", "created%5Bsince%5D=5", "metadata%5Bpayout%5D=p"})
    void a_filter_that_stripe_does_not_have_is_a_violation(String query) {
        see("GET", "/v1/transfers", query, "", 500, ERROR);
        assertThat(check.violations()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"object\": \"balance\", \"livemode\": false, \"available\": []}",
                "{\"object\": \"balance\", \"livemode\": false, \"available\": [], \"pending\": null}",
                "{\"object\": \"balance\", \"livemode\": \"no\", \"available\": [], \"pending\": []}",
                "{\"object\": \"balance\", \"livemode\": false, \"available\": [], \"pending\": [], \"extra\": 1}",
                "{\"object\": \"balances\", \"livemode\": false, \"available\": [], \"pending\": []}",
                "not JSON"
            })
    void an_answer_of_another_shape_is_a_violation(String body) {
        see("GET", "/v1/balance", "", "", 200, body);
        assertThat(check.violations()).isNotEmpty();
    }

    @Test
    void an_error_of_another_shape_and_an_unknown_route_are_violations() {
        see("GET", "/v1/balance", "", "", 400, "{\"error\": {\"type\": \"rule_error\"}}");
        assertThat(check.violations()).hasSize(1);
        see("DELETE", "/v1/balance", "", "", 400, ERROR);
        see("GET", "/v1/gold", "", "", 404, ERROR);
        assertThat(check.violations()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/transfers, , KEY, VERSION, true",
        "POST, /v1/payouts, acct_1, KEY, VERSION, true",
        "GET, /v1/payouts/po_1, acct_1, , VERSION, true",
        "GET, /v1/balance, acct_1, , VERSION, true",
        "POST, /v1/transfers, , , VERSION, false",
        "GET, /v1/balance, , KEY, VERSION, false",
        "POST, /v1/transfers, , KEY, , false",
        "POST, /v1/transfers, , KEY, 2020-08-27, false",
        "POST, /v1/transfers, acct_1, KEY, VERSION, false",
        "POST, /v1/payouts, , KEY, VERSION, false",
        "GET, /v1/payouts/po_1, , , VERSION, false"
    })
    void headers_say_whose_it_is_under_which_key_and_version(
            String method,
            String path,
            @Nullable String account,
            @Nullable String key,
            @Nullable String version,
            boolean right) {
        Optional<String> spoken = Optional.ofNullable(version).map(v -> v.replace("VERSION", Stripe.API_VERSION));
        Headers headers = new Headers(Optional.ofNullable(account), Optional.ofNullable(key), spoken);
        String form =
                path.equals("/v1/transfers") ? "amount=1&currency=usd&destination=acct_1" : "amount=1&currency=usd";
        check.exchanged(new Exchange(method, path, "", method.equals("POST") ? form : "", headers, 500, ERROR));
        assertThat(check.violations().isEmpty()).as("%s", check.violations()).isEqualTo(right);
    }

    private void see(String method, String path, String query, String form, int status, String body) {
        Optional<String> account = path.startsWith("/v1/payouts") ? Optional.of("acct_1") : Optional.empty();
        Optional<String> key = method.equals("POST") ? Optional.of("key") : Optional.empty();
        Headers headers = new Headers(account, key, Optional.of(Stripe.API_VERSION));
        check.exchanged(new Exchange(method, path, query, form, headers, status, body));
    }
}
