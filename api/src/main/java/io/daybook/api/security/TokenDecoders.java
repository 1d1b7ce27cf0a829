package io.daybook.api.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
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
    private static final Set<SignatureAlgorithm> ALLOWED = Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    private final @Nullable JwtDecoder issuers;
    private final @Nullable JwtDecoder ours;

    TokenDecoders(@Nullable JwtDecoder issuers, @Nullable JwtDecoder ours) {
        this.issuers = issuers;
        this.ours = ours;
    }

    /** Asks the issuer for its keys at the first token, so that starting needs no network. */
    static JwtDecoder issuer(String uri, String audience) {
        return new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(uri)
                    .jwsAlgorithms(algorithms -> algorithms.addAll(ALLOWED))
                    .build();
            decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(
                    new JwtIssuerValidator(uri), new JwtAudienceValidator(audience)));
            return decoder;
        });
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

    /** Ours is not a URL, and need not be tried as one for every request. */
    private static MappedJwtClaimSetConverter issuerAsText() {
        return MappedJwtClaimSetConverter.withDefaults(Map.of(JwtClaimNames.ISS, issuer -> issuer));
    }

    @Override
    public Jwt decode(String token) {
        JwtDecoder decoder = isOurs(token) ? ours : issuers;
        if (decoder == null) throw new BadJwtException("no such token is believed here");
        return decoder.decode(token);
    }

    private static boolean isOurs(String token) {
        try {
            return JWSAlgorithm.HS256.equals(JWTParser.parse(token).getHeader().getAlgorithm());
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadJwtException("not a token", e);
        }
    }
}
