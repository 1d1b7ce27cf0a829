package io.daybook.rail.stripe;

import static io.daybook.rail.stripe.ScriptedServer.Script.cut;
import static io.daybook.rail.stripe.ScriptedServer.Script.error;
import static io.daybook.rail.stripe.ScriptedServer.Script.reset;
import static io.daybook.rail.stripe.ScriptedServer.Script.silence;
import static io.daybook.rail.stripe.ScriptedServer.Script.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailUnavailable;
import io.daybook.rail.stripe.ScriptedServer.Script;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each answer means for the money, over real HTTP. Nothing is ever sent twice by itself. */
class StripeAnswersTest {
    private static final String KEY = "sk_test_SeCrEt0123456789";
    private static final String HTML = "<html><body>Bad Gateway</body></html>";
    private static final String INVALID = "invalid_request_error";
    private static final Instruction TRANSFER =
            new Instruction.Transfer("payout-b-1:transfer:1", "payout-b-1", 1, Money.of(100, "USD"), "acct_anna");

    static Stream<Arguments> answers() {
        return Stream.of(
                row("429", error(429, INVALID, "lock_timeout", "Busy."), deferred("lock_timeout")),
                row("429 from a proxy", status(429, HTML), deferred("refused")),
                row("409", error(409, "idempotency_error", "idempotency_key_in_use", "Busy."), unknown(409)),
                row("500", error(500, "api_error", "", "Sorry."), unknown(500)),
                row("502 HTML", status(502, HTML), unknown(502)),
                row("503", error(503, "api_error", "", "Sorry."), unknown(503)),
                row("read timeout", silence(), SILENT),
                row("reset", reset(), SILENT),
                row("cut body", cut("{\"object\": \"transfer\", \"id\": \"tr_1\"}"), SILENT),
                row("200 that is not JSON", status(200, HTML), unknown(200)),
                row("200 about nothing", status(200, "{}"), UNREADABLE),
                row("400 from a proxy", status(400, HTML), unknown(400)),
                row(
                        "400 idempotency_error",
                        error(400, "idempotency_error", "", "Keys for idempotent requests."),
                        new RailResult.Halted("idempotency_error", "the key was used with other content", false)),
                row(
                        "balance_insufficient",
                        error(400, INVALID, "balance_insufficient", "Too little."),
                        new RailResult.Refused("balance_insufficient", "Too little.", true)),
                row("401", error(401, INVALID, "", "Invalid API Key provided."), credentials(401)),
                row("403", error(403, INVALID, "", "Not permitted."), credentials(403)),
                row(
                        "403 on an account",
                        error(403, INVALID, "account_invalid", "No access to account 'acct_anna'."),
                        refused("account_invalid", "No access to account ….")),
                row(
                        "403 that names the account",
                        error(403, INVALID, "", "No access to acct_anna."),
                        refused("refused", "No access to ….")),
                row("400", error(400, INVALID, "amount_too_small", "Small."), refused("amount_too_small", "Small.")),
                row(
                        "402",
                        error(402, "card_error", "card_declined", "Declined."),
                        refused("card_declined", "Declined.")),
                row(
                        "404",
                        error(404, INVALID, "resource_missing", "No such."),
                        refused("resource_missing", "No such.")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void an_answer_means(String name, Script script, RailResult expected) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            assertThat(rail(server).submit(TRANSFER)).isEqualTo(expected);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_provider_that_cannot_be_reached_is_unknown() throws IOException {
        ScriptedServer server = new ScriptedServer(reset());
        server.close();
        assertThat(rail(server).submit(TRANSFER)).isEqualTo(SILENT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void no_failed_read_is_evidence_of_absence_but_stripes_own_word(String name, Script script, RailResult unused)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            if (name.equals("404"))
                assertThat(rail(server).fetch(RailObject.Kind.TRANSFER, "tr_1", Optional.empty()))
                        .isEmpty();
            else
                assertThatThrownBy(() -> rail(server).fetch(RailObject.Kind.TRANSFER, "tr_1", Optional.empty()))
                        .isInstanceOf(RailUnavailable.class);
            assertThatThrownBy(() -> rail(server).find(TRANSFER, Instant.EPOCH)).isInstanceOf(RailUnavailable.class);
        }
    }

    @Test
    void the_api_key_is_in_no_result_no_exception_and_no_text() throws IOException {
        for (int status : new int[] {400, 401, 403, 404, 429, 500}) {
            Script echo = error(status, INVALID, "", "Invalid API Key provided: " + KEY + ", for acct_anna or a@b.org");
            try (ScriptedServer server = new ScriptedServer(echo)) {
                StripeRail rail = rail(server);
                StringWriter trace = new StringWriter();
                assertThatThrownBy(() -> rail.find(TRANSFER, Instant.EPOCH))
                        .satisfies(thrown -> thrown.printStackTrace(new PrintWriter(trace)));
                String told = rail.submit(TRANSFER) + trace.toString() + rail + StripeSettings.of(KEY, "x", "whsec_x");
                assertThat(told).doesNotContain(KEY, "whsec_x", "acct_anna", "a@b.org");
            }
        }
    }

    private static final RailResult SILENT = new RailResult.Unknown("no answer from Stripe", false);
    private static final RailResult UNREADABLE = new RailResult.Unknown("Stripe's answer could not be read", true);

    private static StripeRail rail(ScriptedServer server) {
        return new StripeRail(StripeSettings.of(KEY, server.url(), "whsec_test")
                .withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(800)));
    }

    private static Arguments row(String name, Script script, RailResult expected) {
        return Arguments.of(name, script, expected);
    }

    private static RailResult deferred(String code) {
        return new RailResult.Deferred(code, Duration.ofMillis(250));
    }

    private static RailResult unknown(int status) {
        return new RailResult.Unknown("no usable answer from Stripe (HTTP " + status + ")", true);
    }

    private static RailResult credentials(int status) {
        return new RailResult.Halted("credentials", "Stripe refuses our API key (HTTP " + status + ")", true);
    }

    private static RailResult refused(String code, String message) {
        return new RailResult.Refused(code, message, false);
    }

    @Test
    void a_reason_names_nobody_and_no_account() {
        assertThat(StripeAnswers.clean("No such bank account DE89 3704 0044 0532 0130 00 of anna@x.example."))
                .isEqualTo("No such bank account …of …");
        assertThat(StripeAnswers.clean("Account 000123456789 (****6789) cannot be paid 12 times."))
                .isEqualTo("Account … (…) cannot be paid 12 times.");
    }
}
