package io.daybook.api.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnisonTest {
    private final List<HttpServer> servers = new ArrayList<>();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void every_node_gets_the_whole_order_and_its_own_answer_is_told() throws IOException {
        Unison unison = Unison.of(List.of(part(node(202), "k1"), part(node(409), "k2")));
        assertThat(unison.answers().join()).containsExactly(202, 409);
        assertThat(heard).containsExactlyInAnyOrder("POST /release k1 {}", "POST /release k2 {}");
        assertThat(unison.spread()).isPositive();
    }

    @Test
    void a_node_that_hangs_up_has_not_answered() throws IOException {
        assertThat(Unison.of(List.of(part(node(0), "k1"))).answers().join()).containsExactly(0);
    }

    private static Unison.Part part(URI node, String key) {
        return new Unison.Part(node, "/release", List.of("Idempotency-Key: " + key));
    }

    /** @param status 0 hangs up instead */
    private URI node(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                heard.add("%s %s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                if (status > 0) exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        servers.add(server);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
