package io.daybook.rail.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import io.daybook.rail.RailResult;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a failed request means for the money. Told by the HTTP status, not by the exception's class: only a refusal in
 * Stripe's own words is a no, everything that a proxy could have said is not knowing.
 */
final class StripeAnswers {
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Quoted text, ids, keys, e-mail addresses, account numbers: what could name a person or give a secret away. */
    private static final Pattern PRIVATE = Pattern.compile("'[^']*'|\"[^\"]*\"|\\b[a-z]{2,6}_[\\w*]+|\\S+@\\S+"
            + "|\\b[A-Z]{2}\\d{2}[A-Z0-9 ]{8,}|[\\d*][\\d* -]{2,}\\d");

    private static final int LONGEST = 300;

    private StripeAnswers() {}

    static RailResult of(StripeException e) {
        Integer status = e.getStatusCode();
        if (status == null || status == 0) return new RailResult.Unknown("no answer from Stripe", false);
        if (status == 429) return new RailResult.Deferred(code(e), PAUSE);
        StripeError error = e.getStripeError();
        if (error == null) return unknown(status);
        return switch (status) {
            case 401 -> credentials(status);
            case 403 -> namesAccount(error) ? refused(e, error) : credentials(status);
            case 400, 402, 404 ->
                "idempotency_error".equals(error.getType())
                        ? new RailResult.Halted("idempotency_error", "the key was used with other content", false)
                        : refused(e, error);
            default -> unknown(status);
        };
    }

    /** For messages of failed reads: the status and code only. */
    static String what(StripeException e) {
        Integer status = e.getStatusCode();
        return status == null || status == 0 ? "no answer" : "HTTP " + status + " " + code(e);
    }

    /** Whether Stripe says that this one account is out of our reach. */
    static boolean deniesAccount(StripeException e) {
        StripeError error = e.getStripeError();
        return error != null && Integer.valueOf(403).equals(e.getStatusCode()) && namesAccount(error);
    }

    private static RailResult refused(StripeException e, StripeError error) {
        boolean funds = "balance_insufficient".equals(e.getCode());
        return new RailResult.Refused(code(e), clean(error.getMessage()), funds);
    }

    private static RailResult credentials(int status) {
        return new RailResult.Halted("credentials", "Stripe refuses our API key (HTTP " + status + ")", true);
    }

    private static RailResult unknown(int status) {
        return new RailResult.Unknown("no usable answer from Stripe (HTTP " + status + ")", true);
    }

    private static boolean namesAccount(StripeError error) {
        return "account_invalid".equals(error.getCode())
                || Objects.requireNonNullElse(error.getMessage(), "").contains("acct_");
    }

    private static String code(StripeException e) {
        return Objects.requireNonNullElse(e.getCode(), "refused");
    }

    static String clean(@Nullable String message) {
        if (message == null) return "refused without a reason";
        String cleaned = PRIVATE.matcher(message).replaceAll("…");
        return cleaned.length() > LONGEST ? cleaned.substring(0, LONGEST) : cleaned;
    }
}
