package io.daybook.rail.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import io.daybook.rail.RailSignal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which webhooks are Stripe's. */
final class StripeWebhooks {
    private static final long TOLERANCE = 300;
    private static final Pattern SENT = Pattern.compile("(?:^|,)t=(\\d{1,12})(?:,|$)");

    private final List<String> secrets;

    StripeWebhooks(String secrets) {
        this.secrets =
                Pattern.compile(",").splitAsStream(secrets).map(String::strip).toList();
    }

    Optional<RailSignal> verify(String header, byte[] body, Instant now) {
        // The library looks at the past only.
        if (fromTheFuture(header, now)) return Optional.empty();
        String payload = new String(body, UTF_8);
        return secrets.stream().anyMatch(secret -> genuine(payload, header, secret, now))
                ? StripeEvents.read(body)
                : Optional.empty();
    }

    private static boolean fromTheFuture(String header, Instant now) {
        Matcher sent = SENT.matcher(header);
        return !sent.find() || Long.parseLong(sent.group(1)) > now.getEpochSecond() + TOLERANCE;
    }

    private static boolean genuine(String payload, String header, String secret, Instant now) {
        try {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            return Webhook.Signature.verifyHeader(payload, header, secret, TOLERANCE, clock);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }
}
