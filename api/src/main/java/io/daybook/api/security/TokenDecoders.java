package io.daybook.api.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * Verifies tokens: the issuer's by RS256 or ES256 and only when meant for this audience, our own by HS256 and only
 * in development. Each kind of signature is tried with its own kind of key and with nothing else.
 */
final class TokenDecoders implements JwtDecoder {
    private static final Set<JWSAlgorithm> ALLOWED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    /** Access tokens, and those that do not say what they are; by RFC 7515 and RFC 9068. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    static final int LONGEST = 8192;

    private final @Nullable JwtDecoder issuers;
    private final @Nullable JwtDecoder ours;

    TokenDecoders(@Nullable JwtDecoder issuers, @Nullable JwtDecoder ours) {
        this.issuers = issuers;
        this.ours = ours;
    }

    static JwtDecoder issuer(IssuerKeys keys, String audience, InstantSource clock) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALLOWED, keys));
        // Both are looked at here, by name: the header before the signature, the claims after it.
        processor.setJWSTypeVerifier((type, context) -> {});
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(issuerAsText());
        decoder.setJwtValidator(new IssuerClaims(keys::name, audience, clock));
        return decoder;
    }

    static JwtDecoder development(DevTokens tokens) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(tokens.key())
                    .macAlgorithm(MacAlgorithm.HS256)
                    .build();
            decoder.setClaimSetConverter(issuerAsText());
            decoder.setJwtValidator(
                    JwtValidators.createDefaultWithValidators(new JwtIssuerValidator(DevTokens.ISSUER)));
            return decoder;
        });
    }

    /** The issuer's name is compared as it is written, and ours is not a URL. */
    private static MappedJwtClaimSetConverter issuerAsText() {
        return MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS, issuer -> issuer));
    }

    /** Errors: {@link TokenRefused}. */
    @Override
    public Jwt decode(String token) {
        if (token.length() > LONGEST) throw new TokenRefused(Refusal.TOO_LARGE);
        JwtDecoder decoder = decoderFor(header(token));
        if (decoder == null) throw new TokenRefused(Refusal.ALGORITHM);
        try {
            return decoder.decode(token);
        } catch (JwtException e) {
            throw new TokenRefused(e.getCause() instanceof BadJWSException ? Refusal.SIGNATURE : TokenRefused.in(e), e);
        }
    }

    private @Nullable JwtDecoder decoderFor(JWSHeader header) {
        JWSAlgorithm algorithm = header.getAlgorithm();
        if (algorithm.equals(JWSAlgorithm.HS256)) return ours;
        return ALLOWED.contains(algorithm) ? issuers : null;
    }

    private static JWSHeader header(String token) {
        JWT parsed = parse(token);
        if (parsed instanceof EncryptedJWT) throw new TokenRefused(Refusal.ENCRYPTED);
        if (!(parsed instanceof SignedJWT signed)) throw new TokenRefused(Refusal.ALGORITHM);
        JWSHeader header = signed.getHeader();
        JOSEObjectType type = header.getType();
        boolean known = type == null || TYPES.contains(type.getType().toLowerCase(Locale.ROOT));
        if (!known || header.getCriticalParams() != null) throw new TokenRefused(Refusal.HEADER);
        return header;
    }

    private static JWT parse(String token) {
        try {
            return JWTParser.parse(token);
        } catch (ParseException | IllegalArgumentException e) {
            throw new TokenRefused(Refusal.MALFORMED, e);
        }
    }
}
