package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.webhooks.DueTable.Tried;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) each.close();
    }

    @Test
    void a_name_that_leads_here_since_it_was_given_is_not_followed() throws Exception {
        HookServer server = opened(new HookServer());
        TargetUrl far = TargetUrl.of("https://hooks.example.com/", false);
        far.mayLeadTo(List.of(InetAddress.ofLiteral("8.8.8.8")));
        for (List<InetAddress> now : List.of(List.of(HERE), List.of(InetAddress.ofLiteral("8.8.8.8"), HERE))) {
            Sender sender = opened(new Sender(host -> now, DefaultClientTlsStrategy::createDefault, 5_000));
            assertThat(sender.send(far, Map.of(), "{}").problem()).isEqualTo("address-refused");
        }
        assertThat(server.at("/")).isEmpty();
    }

    /** Checked where the address is: the name is the target's, the address a test's, so it stands in for a public one. */
    @Test
    void the_name_goes_into_sni_certificate_and_host_while_the_address_is_the_one_that_was_checked() throws Exception {
        Tls tls = tls("hooks.example.com");
        TlsServer server = opened(new TlsServer(tls.context()));
        TargetUrl here = new TargetUrl(
                java.net.URI.create("https://hooks.example.com:" + server.port() + "/a?b=c"),
                "hooks.example.com",
                true);
        AtomicInteger asked = new AtomicInteger();
        Sender sender = opened(new Sender(
                host -> {
                    asked.incrementAndGet();
                    return List.of(HERE);
                },
                () -> new DefaultClientTlsStrategy(tls.context()),
                10_000));
        Tried tried = sender.send(here, Map.of("webhook-id", "msg_1"), "{\"a\": 1}");
        assertThat(tried).isEqualTo(new Tried(200, null, tried.millis()));
        assertThat(asked).as("the addresses are asked for once").hasValue(1);
        assertThat(server.names).containsExactly("hooks.example.com");
        assertThat(server.requests.getFirst())
                .startsWith("POST /a?b=c HTTP/1.1")
                .contains("Host: hooks.example.com:" + server.port(), "webhook-id: msg_1", "{\"a\": 1}")
                .contains("Content-Type: application/json")
                .doesNotContain("Accept-Encoding");
        TargetUrl other = new TargetUrl(
                java.net.URI.create("https://other.example.com:" + server.port() + "/"), "other.example.com", true);
        assertThat(sender.send(other, Map.of(), "{}").problem()).isEqualTo("tls");
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void who_answers_too_late_or_drop_by_drop_is_given_no_more_than_the_deadline() throws Exception {
        HookServer server = opened(new HookServer());
        server.hold("/slow");
        Sender sender = opened(new Sender(Names.ofTheMachine(), DefaultClientTlsStrategy::createDefault, 1_000));
        Tried tried = sender.send(TargetUrl.of(server.url("/slow"), true), Map.of(), "{}");
        assertThat(tried.problem()).isEqualTo("timeout");
        assertThat(tried.millis()).isBetween(900L, 10_000L);
        Dripping dripping = opened(new Dripping());
        tried = sender.send(TargetUrl.of("http://127.0.0.1:" + dripping.port() + "/", true), Map.of(), "{}");
        assertThat(tried.problem()).isEqualTo("timeout");
        assertThat(tried.millis()).isBetween(900L, 10_000L);
    }

    @Test
    void whatever_is_wrong_has_a_word_of_ours() throws Exception {
        Sender sender = opened(new Sender(
                host -> {
                    if (host.equals("nowhere.example.com")) throw new UnknownHostException(host);
                    return List.of(HERE);
                },
                DefaultClientTlsStrategy::createDefault,
                5_000));
        assertThat(sender.send(TargetUrl.of("https://nowhere.example.com/", true), Map.of(), "{}")
                        .problem())
                .isEqualTo("unknown-host");
        int free;
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0, 1, HERE)) {
            free = socket.getLocalPort();
        }
        assertThat(sender.send(TargetUrl.of("http://127.0.0.1:" + free + "/", true), Map.of(), "{}")
                        .problem())
                .isEqualTo("no-connection");
        HookServer server = opened(new HookServer());
        server.answer("/teapot", 418);
        Tried tried = sender.send(TargetUrl.of(server.url("/teapot"), true), Map.of(), "{}");
        assertThat(tried).isEqualTo(new Tried(418, "status", tried.millis()));
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    private record Tls(SSLContext context) {}

    /** A certificate of that name, and a context that shows it and believes it and nothing else. */
    private Tls tls(String name) throws Exception {
        Path file = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return new Tls(context(keys));
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        try {
            believed.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        believed.setCertificateEntry("a", keys.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** Answers 200 to whatever comes and keeps it. */
    private static final class TlsServer implements AutoCloseable {
        private final SSLServerSocket socket;
        private final List<String> names = new CopyOnWriteArrayList<>();
        private final List<String> requests = new CopyOnWriteArrayList<>();

        TlsServer(SSLContext context) throws IOException {
            socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
            socket.bind(new InetSocketAddress(HERE, 0));
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (SSLSocket peer = (SSLSocket) socket.accept()) {
                    peer.startHandshake();
                    ((ExtendedSSLSession) peer.getSession())
                            .getRequestedServerNames()
                            .forEach(name -> names.add(((SNIHostName) name).getAsciiName()));
                    byte[] buffer = new byte[8_192];
                    StringBuilder request = new StringBuilder();
                    while (request.indexOf("}") < 0)
                        request.append(
                                new String(buffer, 0, peer.getInputStream().read(buffer)));
                    requests.add(request.toString());
                    peer.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes());
                } catch (IOException | IndexOutOfBoundsException e) {
                    continue;
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Sends headers for ever, a byte now and then. */
    private static final class Dripping implements AutoCloseable {
        private final java.net.ServerSocket socket = new java.net.ServerSocket(0, 10, HERE);

        Dripping() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve() {
            try (Socket peer = socket.accept()) {
                peer.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes());
                while (true) {
                    peer.getOutputStream().write('a');
                    peer.getOutputStream().flush();
                    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                }
            } catch (IOException e) {
                // The client hung up, as it should.
                return;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
