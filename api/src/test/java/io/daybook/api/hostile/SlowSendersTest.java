package io.daybook.api.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever sends a body byte by byte holds a thread. There are 120, and 150 such senders of each of four kinds. */
class SlowSendersTest {
    private static final int SENDERS = 150;
    private static final String JSON = "Content-Type: application/json\r\n";

    private static RunningDaybook daybook;
    private static ScheduledExecutorService drip;
    private static final ConcurrentLinkedQueue<Socket> DRIPPING = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start("--server.tomcat.threads.max=120");
        drip = Executors.newSingleThreadScheduledExecutor();
        var unused = drip.scheduleWithFixedDelay(SlowSendersTest::oneByteMore, 300, 300, TimeUnit.MILLISECONDS);
    }

    @AfterAll
    static void stop() throws IOException {
        drip.shutdownNow();
        for (Socket socket : DRIPPING) socket.close();
        daybook.close();
    }

    @Test
    void hundreds_of_slow_senders_keep_nobody_else_out_and_do_not_stay() throws IOException {
        String maker = "Authorization: Bearer " + Api.of(daybook).token("finance-maker") + "\r\n";
        List<Socket> webhooks = senders("/webhooks/stripe", JSON + "Stripe-Signature: t=1,v1=00\r\n");
        List<Socket> nobodies = senders("/contractors", JSON);
        List<Socket> makers = senders("/contractors", maker + JSON);
        List<Socket> files = senders("/imports?kind=roster", maker + "Content-Type: text/csv\r\n");

        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++)
            assertThat(Api.of(daybook).as("auditor").get("/contractors").status())
                    .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));

        await("nobodies are told so", () -> answered(nobodies) == SENDERS);
        await("all but 10 of the webhook's are refused", () -> answered(webhooks) >= SENDERS - 10);
        await("all but 50 of the maker's are refused", () -> answered(makers) >= SENDERS - 50);
        await("all but 4 of the maker's files are refused", () -> answered(files) >= SENDERS - 4);
        await("the webhook's are given ten seconds", () -> answered(webhooks) == SENDERS);
        assertThat(statuses(nobodies)).hasSize(SENDERS).containsOnly("401");
        assertThat(statuses(webhooks)).contains("408", "429").containsOnly("408", "429");
        await("the maker's are given twenty seconds", () -> answered(makers) == SENDERS);
        await("the files are given ten seconds", () -> answered(files) == SENDERS);
        assertThat(statuses(files)).contains("408", "429").containsOnly("408", "429");
        assertThat(statuses(makers)).contains("408", "429").containsOnly("408", "429");
    }

    private static List<Socket> senders(String path, String headers) throws IOException {
        int port = URI.create(daybook.url()).getPort();
        List<Socket> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            Socket socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(30_000);
            String head = "POST /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "Idempotency-Key: "
                    + UUID.randomUUID() + "\r\nContent-Length: 400000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            all.add(socket);
            DRIPPING.add(socket);
        }
        return all;
    }

    private static void oneByteMore() {
        for (Socket socket : DRIPPING)
            try {
                socket.getOutputStream().write(' ');
            } catch (IOException hungUp) {
                DRIPPING.remove(socket);
            }
    }

    private static long answered(List<Socket> sockets) {
        return sockets.stream().filter(SlowSendersTest::isAnswered).count();
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> statuses(List<Socket> sockets) throws IOException {
        List<String> all = new ArrayList<>();
        for (Socket socket : sockets)
            all.add(new String(socket.getInputStream().readNBytes(12), ISO_8859_1).substring(9));
        return all;
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }
}
