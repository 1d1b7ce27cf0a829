package io.daybook.rail.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/** The provider's events, and those of them that are still on their way to the platform. */
final class Outbox {
    private static final long KEPT_SECONDS = 30L * 24 * 60 * 60;
    private static final long GIVEN_UP_AFTER = 3L * 24 * 60 * 60;

    final Ids ids;
    final Shelf<Thing.Event> events = new Shelf<>();
    private final FaultPlan.Webhooks plan;
    private final Chance chance;
    private final Optional<Signer> signer;
    private boolean calm;
    private final PriorityQueue<Delivery> deliveries =
            new PriorityQueue<>(Comparator.comparingLong(Delivery::at).thenComparingLong(Delivery::number));

    private record Delivery(long at, Thing.Event event, int tries) {
        long number() {
            return event.number();
        }
    }

    Outbox(FaultPlan.Webhooks plan, Optional<Signer> signer, Chance chance, Ids ids) {
        this.plan = plan;
        this.chance = chance;
        this.signer = signer;
        this.ids = ids;
    }

    void publish(Thing.Event event) {
        events.add(event);
        if (signer.isEmpty() || hits("lost", event, plan.lost())) return;
        long late = hits("reordered", event, plan.reordered()) ? plan.late().toSeconds() : 0;
        deliveries.add(new Delivery(event.created() + late, event, 0));
        if (hits("duplicated", event, plan.duplicated()))
            deliveries.add(new Delivery(event.created() + plan.late().toSeconds(), event, 0));
    }

    /** Takes up to {@code max} messages that are due, signed now, in the order in which they go out. */
    List<SignedWebhook> takeDue(long now, int max, Function<Thing.Event, byte[]> written) {
        List<SignedWebhook> taken = new ArrayList<>();
        for (Delivery next = deliveries.peek(); taken.size() < max && next != null && next.at <= now; ) {
            deliveries.remove();
            byte[] body = written.apply(next.event);
            String id = ids.name(Ids.Kind.EVENT, next.number());
            taken.add(new SignedWebhook(id, signer.orElseThrow().header(now, body), body, next.tries));
            next = deliveries.peek();
        }
        return taken;
    }

    /** Tries again later, ever more seldom, for three days. */
    void giveBack(SignedWebhook undelivered, long now) {
        Optional<Thing.Event> event = ids.number(Ids.Kind.EVENT, undelivered.eventId()).stream()
                .boxed()
                .findFirst()
                .flatMap(events::get);
        long wait = 60L << Math.min(undelivered.tries(), 11);
        event.filter(known -> now < known.created() + GIVEN_UP_AFTER)
                .ifPresent(known -> deliveries.add(new Delivery(now + wait, known, undelivered.tries() + 1)));
    }

    /** From now on every message goes out once, and at once. */
    void calm() {
        calm = true;
    }

    void forgetOld(long now) {
        events.forgetBefore(now - KEPT_SECONDS);
    }

    private boolean hits(String question, Thing.Event event, int perMillion) {
        return !calm
                && perMillion > 0
                && chance.draw(question, Long.toString(event.number()), FaultPlan.MILLION) < perMillion;
    }
}
