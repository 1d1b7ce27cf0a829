package io.daybook.api.payouts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.RailInbox;
import io.daybook.payout.engine.RailInbox.Message;
import io.daybook.rail.RailSignal;
import java.time.InstantSource;
import java.util.Optional;

/** Takes webhooks in: checked, sealed and kept before they are answered. */
final class Webhooks {
    private static final PersonId INBOX = new PersonId("rail-inbox");

    private final Rails rails;
    private final RailInbox inbox;
    private final PersonVault vault;
    private final InstantSource clock;

    Webhooks(Rails rails, RailInbox inbox, PersonVault vault, InstantSource clock) {
        this.rails = rails;
        this.inbox = inbox;
        this.vault = vault;
        this.clock = clock;
    }

    /** False when it is forged, stale, from the future or no message at all; true for a repeat, too. */
    boolean receive(String rail, String signature, byte[] body) {
        Optional<RailSignal> signal = rails.find(rail).flatMap(known -> known.verify(signature, body, clock.instant()));
        signal.ifPresent(verified -> inbox.receive(message(rail, verified, body)));
        return signal.isPresent();
    }

    private Message message(String rail, RailSignal signal, byte[] body) {
        Sealed sealed = vault.seal(INBOX, new String(body, UTF_8));
        return switch (signal) {
            case RailSignal.Changed changed ->
                new Message(
                        rail,
                        changed.eventId(),
                        changed.kind(),
                        changed.providerId(),
                        changed.status().orElse(null),
                        changed.created(),
                        changed.connectedAccount()
                                .map(account -> vault.seal(INBOX, account))
                                .orElse(null),
                        sealed,
                        clock.instant());
            case RailSignal.Unrelated unrelated ->
                new Message(
                        rail,
                        unrelated.eventId(),
                        null,
                        unrelated.type(),
                        null,
                        unrelated.created(),
                        null,
                        sealed,
                        clock.instant());
        };
    }
}
