package io.daybook.simulation;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.Plain;
import io.daybook.payout.engine.RailInbox;
import io.daybook.payout.engine.RailInbox.Message;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the provider's messages: twice, late, in another order, or never; and forged letters. */
final class PostOffice implements Doer {
    private static final PersonId INBOX = new PersonId("rail-inbox");

    private final World world;
    private final Node node;
    private final List<Letter> letters = new ArrayList<>();
    private @Nullable PayoutRail rail;
    private @Nullable RailInbox inbox;
    private int sent;

    private record Letter(long at, int number, String eventId, boolean genuine, String body) {}

    PostOffice(World world) {
        this.world = world;
        this.node = new Node("post", world);
    }

    void bringsTo(PayoutRail to, RailInbox into) {
        rail = to;
        inbox = into;
    }

    Node node() {
        return node;
    }

    void send(RailObject o) {
        String id = "evt_" + sent++;
        String body = id + "|" + o.kind() + "|" + o.providerId() + "|" + o.status() + "|"
                + o.connectedAccount().orElse("") + "|" + world.now();
        if (!world.happens(Fault.WEBHOOK_LOST, 4)) add(id, true, body);
        if (world.happens(Fault.WEBHOOK_TWICE, 3)) add(id, true, body);
        if (world.happens(Fault.WEBHOOK_FORGED, 4))
            add(
                    "evt_forged_" + sent,
                    false,
                    body.replace("|" + o.status() + "|", "|FAILED|").replace(id, "evt_forged_" + sent));
    }

    private void add(String id, boolean genuine, String body) {
        long late = world.happens(Fault.WEBHOOK_LATE, 3) ? 3 * World.DAY : 20_000;
        letters.add(new Letter(world.now() + world.chance.between(100, late), sent++, id, genuine, body));
        letters.sort(Comparator.comparing(Letter::at).thenComparing(Letter::number));
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public long dueAt() {
        return letters.isEmpty() ? Long.MAX_VALUE : letters.getFirst().at();
    }

    boolean isIdle() {
        return letters.isEmpty();
    }

    @Override
    public void round() {
        Letter letter = letters.removeFirst();
        try {
            deliver(letter);
        } catch (SimulatedCrash | Unreachable e) {
            again(letter);
            throw e;
        }
    }

    private void again(Letter letter) {
        long at = world.now() + World.MINUTE;
        letters.add(new Letter(at, sent++, letter.eventId(), letter.genuine(), letter.body()));
        letters.sort(Comparator.comparing(Letter::at).thenComparing(Letter::number));
    }

    private void deliver(Letter letter) {
        if (rail == null || inbox == null) return;
        String signature = (letter.genuine() ? "genuine" : "forged") + "@" + world.now();
        world.step(node);
        rail.verify(signature, letter.body().getBytes(StandardCharsets.UTF_8), node.instant())
                .ifPresent(this::keep);
        world.step(node);
    }

    private void keep(RailSignal signal) {
        if (inbox == null || rail == null || !(signal instanceof RailSignal.Changed changed)) return;
        inbox.receive(new Message(
                rail.name(),
                changed.eventId(),
                changed.kind(),
                changed.providerId(),
                changed.status().orElse(null),
                changed.created(),
                changed.connectedAccount()
                        .map(account -> Plain.sealed(INBOX, account))
                        .orElse(null),
                Plain.sealed(INBOX, changed.eventId()),
                node.instant()));
    }

    @Override
    public void startAgain() {}
}
