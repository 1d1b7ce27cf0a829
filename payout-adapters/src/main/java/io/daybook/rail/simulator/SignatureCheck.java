package io.daybook.rail.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.rail.RailObject;
import io.daybook.rail.RailSignal;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a webhook's signature and age, both ways, and reads what it is about. */
final class SignatureCheck {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private final JsonMapper mapper = new JsonMapper();
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
        return MessageDigest.isEqual(claimed, signer.digest(sent, body)) ? read(body) : Optional.empty();
    }

    private Optional<RailSignal> read(byte[] body) {
        try {
            JsonNode event = mapper.readTree(new String(body, UTF_8));
            String id = event.path("id").asString("");
            Instant created = Instant.ofEpochSecond(event.path("created").asLong(0));
            JsonNode subject = event.path("data").path("object");
            Optional<RailObject.Kind> kind = kind(subject.path("object").asString(""));
            if (kind.isEmpty())
                return Optional.of(
                        new RailSignal.Unrelated(id, event.path("type").asString(""), created));
            Optional<String> account = event.path("account").asStringOpt();
            return Optional.of(
                    new RailSignal.Changed(id, kind.get(), subject.path("id").asString(""), account, created));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<RailObject.Kind> kind(String object) {
        return switch (object) {
            case "transfer" -> Optional.of(RailObject.Kind.TRANSFER);
            case "payout" -> Optional.of(RailObject.Kind.PAYOUT);
            default -> Optional.empty();
        };
    }
}
