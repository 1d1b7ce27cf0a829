package io.daybook.api.webhooks;

import io.daybook.api.operations.OperationFailed;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has messages said again, made from the log as they were the first time. Taken over after a crash, it begins again. */
final class WebhookReplay implements OperationKind {
    /** As far as a TIMESTAMPTZ need reach. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final EndpointTable endpoints;
    private final DeliveryDesk desk;

    WebhookReplay(EndpointTable endpoints, DeliveryDesk desk) {
        this.endpoints = endpoints;
        this.desk = desk;
    }

    /** Either one event, or what was recorded from an instant on and before another. */
    record Wish(
            String endpoint,
            @Nullable String event,
            @Nullable String from,
            @Nullable String to) {}

    /** @param messages on their way now */
    record Result(long messages) {}

    @Override
    public String name() {
        return "webhook-replay";
    }

    @Override
    public void carryOut(OperationRun run) throws InterruptedException {
        Wish wish = run.input(Wish.class);
        WebhookEndpoint endpoint = endpoints
                .find(new EndpointId(wish.endpoint()))
                .orElseThrow(() -> new OperationFailed(wish.endpoint(), "not-found", "The endpoint was deleted."));
        if (wish.event() != null) {
            desk.sayAgain(endpoint, UUID.fromString(wish.event()));
            run.total(1);
            run.done(1);
            run.result(new Result(1));
        } else run.result(new Result(range(run, endpoint, wish)));
    }

    /** Counted in positions of the log. */
    private long range(OperationRun run, WebhookEndpoint endpoint, Wish wish) throws InterruptedException {
        long position = wish.from() == null ? 0 : desk.log().endBefore(Instant.parse(wish.from()));
        long last = desk.log().endBefore(wish.to() == null ? END_OF_TIME : Instant.parse(wish.to()));
        run.total(Math.max(0, last - position));
        long messages = 0;
        boolean more = position < last;
        while (more) {
            if (Thread.interrupted()) throw new InterruptedException();
            DeliveryDesk.Said said = desk.sayAgain(endpoint, position, last);
            run.done(said.position() - position);
            position = said.position();
            messages += said.said();
            more = said.more();
        }
        return messages;
    }
}
