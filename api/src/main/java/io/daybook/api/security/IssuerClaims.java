package io.daybook.api.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;

/** What a token that the issuer has signed must say to be meant for us, now. By the machine's clock, whatever development played. */
final class IssuerClaims implements OAuth2TokenValidator<Jwt> {
    static final Duration SKEW = Duration.ofSeconds(60);

    /** OpenID Connect: at most 255 characters of ASCII. Nothing that looks like another name, or ends a line. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");

    /** Names that Daybook gives: to itself, to commands beside it, to development, to keys. */
    private static final List<String> OURS = List.of("daybook", "system", "local-command");

    private static final List<String> OUR_KINDS = List.of("dev-", "contractor:", "api-key");

    private final Supplier<String> issuer;
    private final String audience;
    private final InstantSource clock;

    IssuerClaims(Supplier<String> issuer, String audience, InstantSource clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Refusal fault = fault(token);
        if (fault != null) throw new TokenRefused(fault);
        return OAuth2TokenValidatorResult.success();
    }

    private @Nullable Refusal fault(Jwt token) {
        Instant now = clock.instant();
        if (!issuer.get().equals(token.getClaimAsString(JwtClaimNames.ISS))) return Refusal.ISSUER;
        List<String> audiences = token.getAudience();
        if (audiences == null || !audiences.contains(audience)) return Refusal.AUDIENCE;
        Instant end = token.getExpiresAt();
        if (end == null) return Refusal.NO_EXPIRY;
        if (!now.isBefore(end.plus(SKEW))) return Refusal.EXPIRED;
        Instant begin = token.getNotBefore();
        if (begin != null && now.isBefore(begin.minus(SKEW))) return Refusal.NOT_YET_VALID;
        return isSomebodyElse(token.getSubject()) ? null : Refusal.SUBJECT;
    }

    private static boolean isSomebodyElse(@Nullable String subject) {
        if (subject == null || !SUBJECT.matcher(subject).matches()) return false;
        String name = subject.toLowerCase(Locale.ROOT);
        return !OURS.contains(name) && OUR_KINDS.stream().noneMatch(name::startsWith);
    }
}
