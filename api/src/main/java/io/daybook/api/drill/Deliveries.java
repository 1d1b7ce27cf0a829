package io.daybook.api.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.rail.simulator.SignedWebhook;
import io.daybook.rail.simulator.SimulatedProvider;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Brings messages to the nodes, signed when they are brought, with forged and strange ones among them. */
final class Deliveries implements AutoCloseable {
    private static final int AT_A_TIME = 16;
    private static final int TRIES = 10;
    private static final int FORGED_OF_HUNDRED = 4;
    private static final int STRANGE_OF_HUNDRED = 2;

    /** A second more than is tolerated, into either direction. */
    private static final Duration TOO_FAR = Duration.ofSeconds(330);

    private static final Pattern OBJECT = Pattern.compile("\\b(po|tr|trr|evt)_[A-Za-z0-9]+");

    private final SimulatedProvider provider;
    private final List<URI> nodes;
    private final SplittableRandom random;
    private final Letterbox letterbox = new Letterbox();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger believed = new AtomicInteger();
    private final List<String> turnedAway = Collections.synchronizedList(new ArrayList<>());
    private int forged;
    private int strange;

    Deliveries(SimulatedProvider provider, List<URI> nodes, long seed) {
        this.provider = provider;
        this.nodes = nodes;
        this.random = new SplittableRandom(seed);
    }

    int made() {
        return made.get();
    }

    int forged() {
        return forged;
    }

    int strange() {
        return strange;
    }

    /** Forgeries that a node took for real. */
    int believed() {
        return believed.get();
    }

    /** Messages of the provider that no node took. */
    List<String> turnedAway() {
        return List.copyOf(turnedAway);
    }

    /** In about this order. */
    void make(List<SignedWebhook> messages) throws InterruptedException {
        try (ExecutorService hands = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> all = new ArrayList<>();
            for (SignedWebhook message : messages) {
                URI to = nodes.get(random.nextInt(nodes.size()));
                if (random.nextInt(100) < FORGED_OF_HUNDRED) {
                    SignedWebhook forgery = forgery(message);
                    forged++;
                    all.add(hands.submit(() -> forge(to, forgery)));
                }
                if (random.nextInt(100) < STRANGE_OF_HUNDRED) {
                    SignedWebhook other = ofNobody(message);
                    strange++;
                    all.add(hands.submit(() -> deliver(to, other)));
                }
                all.add(hands.submit(() -> deliver(to, message)));
            }
            for (Future<?> one : all) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message could not be brought", e.getCause());
        }
    }

    private Object deliver(URI to, SignedWebhook message) throws InterruptedException {
        made.incrementAndGet();
        for (int tries = 0; tries < TRIES; tries++) {
            SignedWebhook signed = provider.signed(message.eventId(), message.body(), Duration.ZERO);
            if (letterbox.takes(to, signed.signature(), signed.body())) return to;
            Thread.sleep(500);
        }
        turnedAway.add(message.eventId());
        return to;
    }

    private Object forge(URI to, SignedWebhook forgery) throws InterruptedException {
        made.incrementAndGet();
        if (letterbox.takes(to, forgery.signature(), forgery.body())) believed.incrementAndGet();
        return to;
    }

    /** Not signed by the provider, or not now. */
    private SignedWebhook forgery(SignedWebhook message) {
        return switch (random.nextInt(3)) {
            case 0 -> provider.signed(message.eventId(), message.body(), TOO_FAR.negated());
            case 1 -> provider.signed(message.eventId(), message.body(), TOO_FAR);
            default -> {
                SignedWebhook signed = provider.signed(message.eventId(), message.body(), Duration.ZERO);
                yield new SignedWebhook(
                        signed.eventId(),
                        signed.signature().replaceFirst("v1=.*", "v1=" + "0".repeat(64)),
                        signed.body(),
                        0);
            }
        };
    }

    /** In due form, about objects that the provider does not know when it is asked. */
    private SignedWebhook ofNobody(SignedWebhook message) {
        String body = OBJECT.matcher(new String(message.body(), UTF_8)).replaceAll("$1_nobody" + strange);
        return new SignedWebhook("evt_nobody" + strange, "", body.getBytes(UTF_8), 0);
    }

    @Override
    public void close() {
        letterbox.close();
    }
}
