package io.daybook.rail.simulator;

import io.daybook.rail.RailSignal;
import io.daybook.rail.stripe.StripeEvents;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a webhook's signature and its age, both ways. */
final class SignatureCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final Signer signer;

    SignatureCheck(Signer signer) {
        this.signer = signer;
    }

    Optional<RailSignal> verify(String header, byte[] body, Instant now) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) return Optional.empty();
        long sent = Long.parseLong(parts.group(1));
        if (Math.abs(now.getEpochSecond() - sent) > TOLERANCE.toSeconds()) return Optional.empty();
        byte[] claimed = HexFormat.of().parseHex(parts.group(2));
        return MessageDigest.isEqual(claimed, signer.digest(sent, body)) ? StripeEvents.read(body) : Optional.empty();
    }
}
