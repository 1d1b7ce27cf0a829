package io.daybook.api.http.idempotency;

import io.daybook.api.http.edge.Places;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.problem.Ruled;
import io.daybook.api.vault.SecretTable;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a keyed request once and answers its repeats with what was kept.
 * A request that died half-way is run again: its orders carry ids made of the key, so what was done stays done once.
 * Kept are 2xx and what a rule refused; after any other 4xx nothing was done, and the key is free again.
 */
@Component
final class Idempotency implements AutoCloseable {
    private static final PersonId HTTP = new PersonId("http");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final IdempotencyTable table;
    private final SecretTable secrets;
    private final PersonVault vault;
    private final InFlight inFlight = new InFlight();
    private final Places waiting = new Places(200, 32);
    private final AnswerKeeper keeper;

    Idempotency(DataSource dataSource, SecretTable secrets, PersonVault vault) {
        this.table = new IdempotencyTable(dataSource);
        this.keeper = new AnswerKeeper(table, inFlight::leave);
        this.secrets = secrets;
        this.vault = vault;
    }

    /** @param who may wait for so many of their own repeats, and not hold every thread with them */
    void carryOut(String who, Scope scope, Body request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!enter(who, scope))
            throw ProblemException.of(
                    "idempotency-key-in-use", "A request with this key is still running; send it again in a moment.");
        Optional<KeptAnswer.InScope> toKeep = Optional.empty();
        try {
            byte[] fingerprint = new Fingerprint(secrets)
                    .with(request.getQueryString())
                    .with(CanonicalJson.of(request.bytes()))
                    .digest();
            Optional<KeptAnswer> kept = keptFor(table.claim(scope, fingerprint), fingerprint);
            if (kept.isPresent()) {
                kept.get().giveAgain(response);
            } else {
                ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
                chain.doFilter(request, answer);
                toKeep = toKeep(scope, fingerprint, request, answer);
                answer.copyBodyToResponse();
            }
        } finally {
            // Until it is kept, a repeat waits, whether or not its sender heard it.
            toKeep.ifPresentOrElse(keeper::keep, () -> inFlight.leave(scope));
        }
    }

    @Override
    public void close() throws InterruptedException {
        keeper.close();
    }

    private Optional<KeptAnswer> keptFor(IdempotencyTable.Row row, byte[] fingerprint) {
        if (!MessageDigest.isEqual(row.fingerprint(), fingerprint))
            throw ProblemException.of(
                    "idempotency-key-reused", "This key came with another body before; take a new key for a new one.");
        if (row.answer() == null) return Optional.empty();
        return Optional.of(vault.open(row.answer())
                .map(KeptAnswer::read)
                .orElseThrow(
                        () -> ProblemException.of("erased", "This was done; its answer went with the person's data.")));
    }

    private Optional<KeptAnswer.InScope> toKeep(
            Scope scope, byte[] fingerprint, Body request, ContentCachingResponseWrapper answer) {
        if (RequestKey.keepsNone(request)) return Optional.empty();
        int status = answer.getStatus();
        if (status < 300 || status < 500 && Ruled.is(request))
            return Optional.of(new KeptAnswer.InScope(scope, fingerprint, sealed(answer, RequestKey.about(request))));
        if (status < 500) table.release(scope);
        return Optional.empty();
    }

    private Sealed sealed(ContentCachingResponseWrapper answer, @Nullable PersonId about) {
        return vault.seal(about == null ? HTTP : about, KeptAnswer.of(answer).write());
    }

    private boolean enter(String who, Scope scope) {
        try {
            if (inFlight.enter(scope, Duration.ZERO)) return true;
            if (!waiting.enter(who)) return false;
            try {
                return inFlight.enter(scope, PATIENCE);
            } finally {
                waiting.leave(who);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
