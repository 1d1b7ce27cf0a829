package io.daybook.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.vault.SecretTable;
import java.util.List;

/** Tokens that no folder holds: of people with other names, or with several roles. */
public final class TestTokens {
    private TestTokens() {}

    public static String of(RunningDaybook daybook, String subject, String... roles) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(DevTokens.ISSUER)
                .subject(subject)
                .claim("roles", List.of(roles))
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(new DevTokens(daybook.context().getBean(SecretTable.class)).key()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
