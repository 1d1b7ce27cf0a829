package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.boot.LocalNonce;
import io.daybook.kernel.Subject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Lets in the commands run beside the server: who can name this start's nonce can read the data folder. They may import,
 * replay and read, never approve: no second person is ever this one.
 */
final class LocalTokens implements JwtDecoder {
    static final String SUBJECT = Subject.LOCAL_COMMAND.value();
    private static final List<String> ROLES =
            List.of(Role.FINANCE_MAKER.label(), Role.OPERATOR.label(), Role.AUDITOR.label());

    private final byte[] nonce;
    private final JwtDecoder others;

    LocalTokens(LocalNonce nonce, JwtDecoder others) {
        this.nonce = nonce.value().getBytes(UTF_8);
        this.others = others;
    }

    @Override
    public Jwt decode(String token) {
        if (!MessageDigest.isEqual(nonce, token.getBytes(UTF_8))) return others.decode(token);
        return Jwt.withTokenValue(token)
                .header("alg", "none")
                .subject(SUBJECT)
                .claim("roles", ROLES)
                .issuedAt(Instant.EPOCH)
                .build();
    }
}
