package io.daybook.access.key;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.access.RoleName;
import io.daybook.access.key.ApiKeyCommand.ApproveApiKey;
import io.daybook.access.key.ApiKeyCommand.MakeApiKey;
import io.daybook.access.key.ApiKeyCommand.RevokeApiKey;
import io.daybook.access.key.ApiKeyCommand.RotateApiKey;
import io.daybook.access.key.ApiKeyEvent.ApiKeyApproved;
import io.daybook.access.key.ApiKeyEvent.ApiKeyMade;
import io.daybook.access.key.ApiKeyEvent.ApiKeyRevoked;
import io.daybook.access.key.ApiKeyEvent.ApiKeyRotated;
import io.daybook.access.key.ApiKeyRejection.BadEnd;
import io.daybook.access.key.ApiKeyRejection.NeedsSecondAdmin;
import io.daybook.access.key.ApiKeyRejection.NoRoles;
import io.daybook.access.key.ApiKeyRejection.NotTheOwner;
import io.daybook.access.key.ApiKeyRejection.NotThere;
import io.daybook.access.key.ApiKeyRejection.RoleOfPeople;
import io.daybook.access.key.ApiKeyState.Active;
import io.daybook.access.key.ApiKeyState.Proposed;
import io.daybook.access.key.ApiKeyState.Revoked;
import io.daybook.access.key.ApiKeyState.Unmade;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** The rules about keys of services. */
final class ApiKeyDecider {
    static final Decider<ApiKeyCommand, ApiKeyState, ApiKeyEvent> DECIDER =
            new Decider<>(new Unmade(), ApiKeyDecider::decide, ApiKeyDecider::evolve);

    /** Nobody's second signature, and nobody's own money: a machine has no eyes. */
    private static final Set<String> FOR_KEYS = Set.of("finance-maker", "operator", "auditor");

    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private ApiKeyDecider() {}

    static Decision<ApiKeyEvent> decide(ApiKeyState state, ApiKeyCommand command) {
        return switch (command) {
            case MakeApiKey c -> make(state, c);
            case ApproveApiKey c -> approve(state, c);
            case RotateApiKey c -> rotate(state, c);
            case RevokeApiKey c -> revoke(state, c);
        };
    }

    private static Decision<ApiKeyEvent> make(ApiKeyState state, MakeApiKey c) {
        if (!(state instanceof Unmade)) return reject(new NotThere(c.key(), status(state)));
        if (c.roles().isEmpty()) return reject(new NoRoles(c.key()));
        Optional<RoleName> ofPeople = c.roles().stream()
                .filter(role -> !FOR_KEYS.contains(role.value()))
                .min(Comparator.comparing(RoleName::value));
        if (ofPeople.isPresent()) return reject(new RoleOfPeople(ofPeople.get()));
        Instant latest = c.at().plus(LONGEST_LIFE);
        if (!isWithin(c.expiresAt(), c.at(), latest)) return reject(new BadEnd(c.at(), latest));
        return accept(new ApiKeyMade(c.key(), c.name(), c.roles(), c.expiresAt(), c.by(), c.at()));
    }

    private static Decision<ApiKeyEvent> approve(ApiKeyState state, ApproveApiKey c) {
        return switch (state) {
            case Proposed(Subject owner, Instant end) -> {
                if (c.by().equals(owner)) yield reject(new NeedsSecondAdmin(c.key()));
                if (!c.at().isBefore(end)) yield reject(new NotThere(c.key(), "expired"));
                yield accept(new ApiKeyApproved(c.key(), c.by(), c.at()));
            }
            case Unmade other -> reject(new NotThere(c.key(), status(other)));
            case Active other -> reject(new NotThere(c.key(), status(other)));
            case Revoked other -> reject(new NotThere(c.key(), status(other)));
        };
    }

    private static Decision<ApiKeyEvent> rotate(ApiKeyState state, RotateApiKey c) {
        if (!(state instanceof Active(Subject owner, Instant end))) return reject(new NotThere(c.key(), status(state)));
        if (!c.by().equals(owner)) return reject(new NotTheOwner(c.key()));
        if (!c.at().isBefore(end)) return reject(new NotThere(c.key(), "expired"));
        Instant latest = c.at().plus(LONGEST_OVERLAP);
        if (c.oldUntil().isBefore(c.at()) || c.oldUntil().isAfter(latest)) return reject(new BadEnd(c.at(), latest));
        return accept(new ApiKeyRotated(c.key(), c.oldUntil(), c.by(), c.at()));
    }

    private static Decision<ApiKeyEvent> revoke(ApiKeyState state, RevokeApiKey c) {
        return switch (state) {
            case Proposed known -> accept(new ApiKeyRevoked(c.key(), c.by(), c.at()));
            case Active known -> accept(new ApiKeyRevoked(c.key(), c.by(), c.at()));
            case Revoked already -> accept();
            case Unmade none -> reject(new NotThere(c.key(), status(none)));
        };
    }

    private static boolean isWithin(Instant end, Instant earliest, Instant latest) {
        return end.isAfter(earliest) && !end.isAfter(latest);
    }

    private static String status(ApiKeyState state) {
        return switch (state) {
            case Unmade none -> "not made yet";
            case Proposed waiting -> "not approved yet";
            case Active active -> "in use";
            case Revoked revoked -> "revoked";
        };
    }

    static ApiKeyState evolve(ApiKeyState state, ApiKeyEvent event) {
        return switch (event) {
            case ApiKeyMade e -> new Proposed(e.by(), e.expiresAt());
            case ApiKeyApproved e ->
                state instanceof Proposed(Subject owner, Instant end) ? new Active(owner, end) : state;
            case ApiKeyRotated e -> state;
            case ApiKeyRevoked e -> new Revoked();
        };
    }
}
