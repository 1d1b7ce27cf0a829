package io.daybook.api.webhooks;

import io.daybook.api.webhooks.Delivery.Status;
import io.daybook.api.webhooks.DueTable.Claimed;
import io.daybook.api.webhooks.DueTable.Tried;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Carries what is due. Each endpoint has lanes of its own, one while it takes nothing, so that none waits for another. A lane takes
 * a message in one short transaction, sends it in none, and settles it in another; whoever dies in between has it sent again.
 */
final class Lanes implements AutoCloseable {
    static final int OF_EACH = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final DueTable due;
    private final EndpointTable endpoints;
    private final EndpointSecrets secrets;
    private final Sender sender;
    private final InstantSource clock;
    private final boolean development;
    /** A consumer compares it with its own clock, which no development has moved. */
    private final Clock outside = Clock.systemUTC();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<EndpointId, AtomicInteger> open = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Lanes(
            DueTable due,
            EndpointTable endpoints,
            EndpointSecrets secrets,
            Sender sender,
            InstantSource clock,
            boolean development) {
        this.due = due;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.sender = sender;
        this.clock = clock;
        this.development = development;
    }

    /** Opens a lane to each endpoint for which something waits and nobody is at it; never more at once. */
    boolean step() {
        due.endpoints(clock.instant()).forEach(this::openLane);
        return false;
    }

    private void openLane(EndpointId endpoint, boolean failing) {
        AtomicInteger lanes = open.computeIfAbsent(endpoint, first -> new AtomicInteger());
        int most = failing ? 1 : OF_EACH;
        if (closed || lanes.getAndUpdate(now -> now < most ? now + 1 : now) >= most) return;
        try {
            threads.execute(() -> lane(endpoint, lanes));
        } catch (RejectedExecutionException e) {
            LOG.debug("this node is stopping: no lane is opened any more", e);
            lanes.decrementAndGet();
        }
    }

    private void lane(EndpointId endpoint, AtomicInteger lanes) {
        try {
            drive(endpoint, lanes);
        } catch (DataAccessException | IllegalStateException e) {
            LOG.warn("a message could not be claimed, signed or settled: it is sent when its claim has run out", e);
        } finally {
            lanes.decrementAndGet();
        }
    }

    /** Until nothing is due; a lane to an endpoint that takes nothing ends where another is open. */
    private void drive(EndpointId endpoint, AtomicInteger lanes) {
        while (!closed) {
            Optional<Claimed> next = due.claim(endpoint, clock.instant());
            if (next.isEmpty()) return;
            if (next.get().failing() && lanes.get() > 1) {
                due.letGo(next.get());
                return;
            }
            if (!next.get().failing()) openLane(endpoint, false);
            carry(next.get());
        }
    }

    private void carry(Claimed message) {
        Tried tried = tried(message);
        if (!tried.taken() && sender.isClosed()) {
            due.letGo(message);
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> next = tried.taken()
                ? Optional.empty()
                : BackOff.next(message.beganAt(), message.failures() + 1, now, jitter());
        Status status = tried.taken() ? Status.DELIVERED : next.isPresent() ? Status.PENDING : Status.GIVEN_UP;
        due.settle(message, tried, status, next.orElse(null), now);
        if (tried.gone()) endpoints.disable(message.endpoint(), "gone", new EndpointTable.Act("webhooks", now));
        if (status == Status.GIVEN_UP)
            LOG.atWarn()
                    .addKeyValue("endpoint", message.endpoint().value())
                    .addKeyValue("message", message.id())
                    .log("given up after three days: {}", tried.problem());
    }

    private Tried tried(Claimed message) {
        try {
            TargetUrl url = TargetUrl.of(message.url(), development);
            Instant sentAt = outside.instant();
            String signatures = secrets.sign(message.endpoint(), message.id(), sentAt, message.body(), clock.instant());
            Map<String, String> headers = Map.of(
                    "webhook-id", message.id(),
                    "webhook-timestamp", Long.toString(sentAt.getEpochSecond()),
                    "webhook-signature", signatures);
            return sender.send(url, headers, message.body());
        } catch (TargetUrl.Refused e) {
            return new Tried(null, "address-refused", 0);
        }
    }

    private static int jitter() {
        return ThreadLocalRandom.current().nextInt(-BackOff.JITTER, BackOff.JITTER + 1);
    }

    /** What is under way may end, for a moment; the rest is let go and sent again by whoever comes next. */
    @Override
    public void close() throws InterruptedException, IOException {
        closed = true;
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            sender.close();
            threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        }
        sender.close();
    }
}
