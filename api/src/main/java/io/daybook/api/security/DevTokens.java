package io.daybook.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.api.vault.SecretTable;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that Daybook signs itself, for development on one machine.
 * The key lies in the database and nothing in a token depends on the time: they are the same on every node, for ever.
 */
final class DevTokens {
    static final String ISSUER = "daybook-dev";
    private static final List<Role> STAFF =
            List.of(Role.FINANCE_MAKER, Role.FINANCE_CHECKER, Role.APPROVER, Role.AUDITOR, Role.OPERATOR, Role.ADMIN);

    private final SecretTable secrets;

    DevTokens(SecretTable secrets) {
        this.secrets = secrets;
    }

    SecretKey key() {
        return new SecretKeySpec(secrets.secret("dev-token-signing", DevTokens::newKey), "HmacSHA256");
    }

    /** One token per role of the staff, by the role's name. */
    Map<String, String> staff() {
        Map<String, String> tokens = new LinkedHashMap<>();
        for (Role role : STAFF)
            tokens.put(role.label(), sign(claims("dev-" + role.label(), role).build()));
        return tokens;
    }

    String contractor(String reference) {
        return sign(claims("contractor:" + reference, Role.CONTRACTOR)
                .claim("contractor", reference)
                .build());
    }

    private static JWTClaimsSet.Builder claims(String subject, Role role) {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject(subject).claim("roles", List.of(role.label()));
    }

    private String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a development token cannot be signed", e);
        }
    }

    private static byte[] newKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
