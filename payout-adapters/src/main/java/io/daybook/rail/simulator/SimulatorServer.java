package io.daybook.rail.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SimulatedProvider} over HTTP on the loopback address, in Stripe's wire shape, with controls under {@code
 * /_sim/}. Due webhooks go to the platform twice a second and after every control.
 */
public final class SimulatorServer implements AutoCloseable {
    static {
        // Otherwise every answer on a kept connection waits 40 ms for the acknowledgement of its first packet.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final byte[] HTML = "<html><body>Something went wrong.</body></html>".getBytes(UTF_8);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("simulator-webhooks").factory());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Options options;
    private final Routes routes;
    private final Allowance allowance;
    private final Control control;
    private final Courier courier;

    /**
     * @param port 0 for any free one
     * @param apiKey whoever sends another gets 401
     * @param webhookUrl where webhooks go; empty: nowhere
     * @param delay of an answer that is {@link Fault#DELAYED}
     * @param writesPerSecond of one kind that are answered, evenly spread but for a quarter of a second's worth at once; 0 is
     *     without limit
     */
    public record Options(
            int port,
            String apiKey,
            Optional<String> webhookUrl,
            Duration delay,
            WireObserver observer,
            int writesPerSecond) {
        /** Without limit. */
        public Options(int port, String apiKey, Optional<String> webhookUrl, Duration delay, WireObserver observer) {
            this(port, apiKey, webhookUrl, delay, observer, 0);
        }

        @Override
        public String toString() {
            return "Options[port=" + port + "]";
        }
    }

    /** Errors: IOException when the port cannot be had. */
    public SimulatorServer(SimulatedProvider provider, Options options) throws IOException {
        this.options = options;
        this.courier = new Courier(provider, options.observer());
        options.webhookUrl().ifPresent(courier::deliverTo);
        this.routes = new Routes(provider);
        this.allowance = new Allowance(options.writesPerSecond(), System::nanoTime);
        this.control = new Control(provider, courier);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
        ticks.scheduleWithFixedDelay(courier::deliver, 500, 500, TimeUnit.MILLISECONDS);
    }

    /** {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Sends every webhook that is due, and returns when all were sent. */
    public void deliverWebhooks() {
        courier.deliver();
    }

    @Override
    public void close() {
        closed.countDown();
        ticks.shutdownNow();
        server.stop(0);
        threads.shutdownNow();
        courier.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange);
            if (request.segment(0).equals("_sim")) {
                respond(exchange, control.answer(request));
                return;
            }
            Routes.Answer answer = answer(request);
            String path = exchange.getRequestURI().getPath();
            options.observer()
                    .exchanged(new WireObserver.Exchange(
                            request.method(),
                            path,
                            request.query(),
                            request.form(),
                            new WireObserver.Headers(request.account(), request.key(), request.version()),
                            answer.status(),
                            answer.body().toString()));
            respond(exchange, answer);
        }
    }

    private Routes.Answer answer(Request request) {
        if (!authorized(request)) return routes.failed(Reply.turnedAway(Fault.BAD_KEY), null);
        boolean allowed = !request.method().equals("POST") || allowance.takes(String.join("/", request.path()));
        return allowed ? routes.answer(request) : routes.failed(Reply.turnedAway(Fault.RATE_LIMITED), null);
    }

    private boolean authorized(Request request) {
        return request.authorization()
                .map(given -> given.equals("Bearer " + options.apiKey()))
                .orElse(false);
    }

    private void respond(HttpExchange exchange, Routes.Answer answer) throws IOException {
        byte[] body = answer.body().toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_" + Long.toUnsignedString(System.nanoTime(), 36));
        switch (onTheWire(answer.fault())) {
            case INTACT -> send(exchange, answer.status(), body);
            case LATE -> {
                await(options.delay());
                send(exchange, answer.status(), body);
            }
            case BROKEN -> {}
            case SILENT -> await(Duration.ofDays(1));
            case HALF -> {
                exchange.sendResponseHeaders(answer.status(), body.length);
                exchange.getResponseBody().write(body, 0, body.length / 2);
                exchange.getResponseBody().flush();
            }
            case HTML_200 -> send(exchange, 200, HTML);
            case HTML_502 -> send(exchange, 502, HTML);
        }
    }

    private enum Passage {
        INTACT,
        LATE,
        BROKEN,
        SILENT,
        HALF,
        HTML_200,
        HTML_502
    }

    private static Passage onTheWire(@Nullable Fault fault) {
        return switch (fault) {
            case null -> Passage.INTACT;
            case RATE_LIMITED, CONFLICT, BAD_KEY, FORBIDDEN, SAVED_500, SAVED_500_AFTER -> Passage.INTACT;
            case RESET, LOST -> Passage.BROKEN;
            case TIMEOUT -> Passage.SILENT;
            case CUT -> Passage.HALF;
            case GARBAGE -> Passage.HTML_200;
            case BAD_GATEWAY -> Passage.HTML_502;
            case DELAYED -> Passage.LATE;
        };
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Until then, or until the server closes. */
    private void await(Duration atMost) {
        try {
            if (closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
