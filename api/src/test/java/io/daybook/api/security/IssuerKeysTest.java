package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Where keys come from, how often they are asked for, and what holds while nobody answers. */
class IssuerKeysTest {
    private LocalIssuer issuer = LocalIssuer.start();
    private Instant now = Instant.parse("2026-05-18T09:30:00Z");

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void an_issuer_is_found_with_and_without_a_slash_and_its_own_spelling_counts() {
        for (String slash : List.of("", "/")) {
            issuer.close();
            issuer = LocalIssuer.start(slash);
            for (String configured : List.of(issuer.uri(), issuer.uri() + "/"))
                assertThat(decoder(configured).decode(token()).getSubject()).isEqualTo("ada");
        }
        String unlike = sign(issuer.key(), issuer.uri());
        assertThatThrownBy(() -> decoder(issuer.uri()).decode(unlike)).hasMessage("issuer");
    }

    @Test
    void metadata_about_another_issuer_are_not_believed() {
        issuer.named = "https://login.example";
        assertThatThrownBy(() -> decoder(issuer.uri()).decode(token())).hasMessage("issuer-unreachable");
    }

    @Test
    void a_new_key_is_fetched_when_its_first_token_comes() {
        JwtDecoder decoder = decoder(issuer.uri());
        decoder.decode(token());
        issuer.keys = List.of(LocalIssuer.key("key-2"), issuer.key());
        now = now.plus(IssuerKeys.BETWEEN_ASKING);
        assertThat(decoder.decode(token()).getHeaders()).containsEntry("kid", "key-2");
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void a_key_that_the_issuer_took_back_is_not_believed_for_long() {
        JwtDecoder decoder = decoder(issuer.uri());
        RSAKey old = issuer.key();
        decoder.decode(token());
        issuer.keys = List.of(LocalIssuer.key("key-2"));
        now = now.plus(IssuerKeys.FRESH).plusSeconds(1);
        String late = sign(old, issuer.uri());
        assertThatThrownBy(() -> decoder.decode(late)).hasMessage("unknown-key");
    }

    @Test
    void unknown_keys_do_not_hammer_the_issuer() {
        JwtDecoder decoder = decoder(issuer.uri());
        decoder.decode(token());
        String stranger = sign(LocalIssuer.key("key-of-a-stranger"), issuer.uri());
        for (int i = 0; i < 200; i++)
            assertThatThrownBy(() -> decoder.decode(stranger)).hasMessage("unknown-key");
        assertThat(issuer.asked()).isEqualTo(1);
        now = now.plus(IssuerKeys.BETWEEN_ASKING);
        for (int i = 0; i < 200; i++)
            assertThatThrownBy(() -> decoder.decode(stranger)).hasMessage("unknown-key");
        assertThat(issuer.asked()).isEqualTo(2);
    }

    @Test
    void while_the_issuer_is_away_its_last_keys_hold_for_an_hour_and_then_nobody_can_tell() {
        JwtDecoder decoder = decoder(issuer.uri());
        decoder.decode(token());
        issuer.status = 500;
        now = now.plus(Duration.ofMinutes(59));
        decoder.decode(token());
        now = now.plus(Duration.ofMinutes(2));
        String token = token();
        assertThatThrownBy(() -> decoder.decode(token)).hasMessage("issuer-unreachable");
        issuer.status = 200;
        assertThatThrownBy(() -> decoder.decode(token)).hasMessage("issuer-unreachable");
        now = now.plus(IssuerKeys.BETWEEN_ASKING);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("ada");
    }

    @Test
    void a_redirect_is_not_followed_and_a_weak_key_not_taken() throws Exception {
        issuer.status = 302;
        assertThatThrownBy(() -> decoder(issuer.uri()).decode(token())).hasMessage("issuer-unreachable");
        issuer.status = 200;
        issuer.keys = List.of(new RSAKeyGenerator(1024, true).keyID("weak").generate());
        String strong = sign(LocalIssuer.key("weak"), issuer.named);
        assertThatThrownBy(() -> decoder(issuer.uri()).decode(strong)).hasMessage("unknown-key");
    }

    @Test
    void an_answer_that_never_ends_is_not_waited_for() {
        issuer.stalls = true;
        IssuerDocuments documents = new IssuerDocuments(issuer.uri(), Duration.ofMillis(200));
        assertThatThrownBy(documents::metadata).hasMessage("it did not answer within PT0.2S");
    }

    @Test
    void without_development_a_token_of_ours_is_of_no_known_kind() {
        String mac = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYtYWRtaW4ifQ.c2lnbmF0dXJl";
        assertThatThrownBy(() -> new TokenDecoders(decoder(issuer.uri()), null).decode(mac))
                .hasMessage("algorithm");
        assertThatThrownBy(() -> new TokenDecoders(null, null).decode(token())).hasMessage("algorithm");
    }

    private JwtDecoder decoder(String configured) {
        IssuerKeys keys = new IssuerKeys(new IssuerDocuments(configured), () -> now);
        return new TokenDecoders(TokenDecoders.issuer(keys, LocalIssuer.AUDIENCE, () -> now), null);
    }

    private String token() {
        return sign(issuer.key(), issuer.named);
    }

    private String sign(RSAKey key, String name) {
        return LocalIssuer.sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                issuer.claims()
                        .issuer(name)
                        .expirationTime(Date.from(now.plusSeconds(7200)))
                        .build(),
                key);
    }
}
