package io.daybook.api.security;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the one issuer that is configured, read when the first token comes, so that starting needs no network.
 * A token's own words about keys ({@code jku}, {@code jwk}, {@code x5u}) are never followed.
 *
 * <p>A key that is not known is looked for once more, but the issuer is not asked more often than every ten seconds, whoever sends
 * what. While it does not answer, its last keys are believed for an hour.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    static final Duration BETWEEN_ASKING = Duration.ofSeconds(10);
    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration AT_MOST = Duration.ofHours(1);
    private static final int WEAKEST_RSA_BITS = 2048;

    private final IssuerDocuments issuer;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Instant askedAt = Instant.EPOCH;

    /** @param name the issuer as its tokens must write it */
    private record Known(String name, JWKSet keys, Instant readAt) {}

    IssuerKeys(IssuerDocuments issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The issuer's own spelling of its name. Errors: {@link TokenRefused} while it is not known. */
    String name() {
        return usable().name();
    }

    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) {
        List<JWK> found = wanted.select(usable().keys());
        if (found.isEmpty()) {
            ask(true);
            found = wanted.select(usable().keys());
        }
        if (found.isEmpty()) throw new TokenRefused(Refusal.UNKNOWN_KEY);
        return found;
    }

    /** Whoever needs new keys waits for them; whoever has keys that are only old goes on with those while another asks. */
    private Known usable() {
        Known now = known;
        if (now == null || isOlder(now, AT_MOST)) ask(true);
        else if (isOlder(now, FRESH)) ask(false);
        now = known;
        if (now == null || isOlder(now, AT_MOST)) throw new TokenRefused(Refusal.ISSUER_UNREACHABLE);
        return now;
    }

    private void ask(boolean wait) {
        if (wasJustAsked()) return;
        if (wait) asking.lock();
        else if (!asking.tryLock()) return;
        try {
            if (wasJustAsked()) return;
            known = read();
        } catch (IOException | ParseException e) {
            LOG.warn("the keys of the issuer {} cannot be read: {}", issuer.uri(), e.toString());
        } finally {
            askedAt = clock.instant();
            asking.unlock();
        }
    }

    private Known read() throws IOException, ParseException {
        IssuerDocuments.Metadata metadata = issuer.metadata();
        List<JWK> keys = JWKSet.parse(issuer.keys(metadata)).getKeys().stream()
                .filter(IssuerKeys::isStrong)
                .toList();
        return new Known(metadata.issuer(), new JWKSet(keys), clock.instant());
    }

    private static boolean isStrong(JWK key) {
        return key instanceof AsymmetricJWK && !(key instanceof RSAKey rsa && rsa.size() < WEAKEST_RSA_BITS);
    }

    private boolean wasJustAsked() {
        return askedAt.plus(BETWEEN_ASKING).isAfter(clock.instant());
    }

    private boolean isOlder(Known keys, Duration age) {
        return keys.readAt().plus(age).isBefore(clock.instant());
    }
}
