package io.daybook.rail;

import static io.daybook.rail.RailBench.accepted;
import static io.daybook.rail.RailBench.payOut;
import static io.daybook.rail.RailBench.transfer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.rail.simulator.SignedWebhook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which webhooks are believed. */
public interface RailHearingContract extends RailBench {
    @Test
    default void a_genuine_webhook_names_its_object() {
        accepted(rail().submit(transfer(1, 10_000)));
        RailObject payout = accepted(rail().submit(payOut(1, 10_000)));
        List<RailSignal> signals = provider().takeWebhooks(100).stream()
                .map(webhook -> verify(webhook, START).orElseThrow())
                .toList();

        assertThat(signals).first().isInstanceOf(RailSignal.Unrelated.class);
        assertThat(signals).last().isInstanceOfSatisfying(RailSignal.Changed.class, changed -> {
            assertThat(changed.kind()).isEqualTo(RailObject.Kind.PAYOUT);
            assertThat(changed.providerId()).isEqualTo(payout.providerId());
            assertThat(changed.status()).contains(RailObject.Status.PENDING);
            assertThat(changed.connectedAccount()).contains(ACCOUNT);
        });
        assertThat(signals).extracting(RailSignal::eventId).doesNotHaveDuplicates();
    }

    @Test
    default void a_forged_stale_or_future_webhook_is_none() {
        SignedWebhook webhook = provider().takeWebhooks(1).getFirst();
        byte[] forged =
                new String(webhook.body(), UTF_8).replace("opening", "0pening").getBytes(UTF_8);

        assertThat(verify(webhook, START.plusSeconds(300))).isPresent();
        assertThat(verify(webhook, START.minusSeconds(300))).isPresent();
        assertThat(verify(webhook, START.plusSeconds(301))).isEmpty();
        assertThat(verify(webhook, START.minusSeconds(301))).isEmpty();
        assertThat(rail().verify(webhook.signature(), forged, START)).isEmpty();
        assertThat(rail().verify("t=1,v1=zz", webhook.body(), START)).isEmpty();
        assertThat(rail().verify("", webhook.body(), START)).isEmpty();
    }

    private Optional<RailSignal> verify(SignedWebhook webhook, Instant now) {
        return rail().verify(webhook.signature(), webhook.body(), now);
    }
}
