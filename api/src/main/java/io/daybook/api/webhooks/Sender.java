package io.daybook.api.webhooks;

import io.daybook.api.webhooks.DueTable.Tried;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message, by a connection of its own: the host's addresses are asked for once, all of them are checked, and one of
 * those is connected to, with the name in SNI, certificate and Host. No redirect, no proxy, no cookie, no second try.
 */
final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int ANSWER_READ = 16 * 1024;
    private static final int HEADER_LINE = 8 * 1024;
    private static final int HEADER_LINES = 100;

    private final Names names;
    private final long deadlineMillis;
    private final Supplier<TlsSocketStrategy> tls;
    private final Set<Call> underWay = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService deadlines;
    private volatile boolean closed;
    private @Nullable CloseableHttpClient client;

    /**
     * @param tls made when the first message is sent: most starts send none for a while
     * @param deadlineMillis within which the answer's status must be there
     */
    Sender(Names names, Supplier<TlsSocketStrategy> tls, long deadlineMillis) {
        this.names = names;
        this.tls = tls;
        this.deadlineMillis = deadlineMillis;
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("webhook-deadlines").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    private synchronized CloseableHttpClient client() throws IOException {
        if (closed) throw new IOException("stopped");
        CloseableHttpClient known = client;
        if (known == null) {
            known = made(tls.get(), Timeout.ofMilliseconds(deadlineMillis));
            client = known;
        }
        return known;
    }

    private static CloseableHttpClient made(TlsSocketStrategy tls, Timeout patience) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new AsksNobody())
                .setTlsSocketStrategy(tls)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(5))
                        .setSocketTimeout(patience)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(patience).build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(HEADER_LINE)
                                .setMaxHeaderCount(HEADER_LINES)
                                .build())
                        .build())
                .setMaxConnTotal(2 * EndpointTable.MOST * Lanes.OF_EACH)
                .setMaxConnPerRoute(2 * EndpointTable.MOST * Lanes.OF_EACH)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .setConnectionKeepAlive(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setUserAgent("Daybook-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** The client is told an address: it never asks for one. */
    private static final class AsksNobody implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("addresses are asked for before");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** Answers whatever the other side or the network does; throws for nothing of theirs. */
    Tried send(TargetUrl url, Map<String, String> headers, String body) {
        Call call = new Call(url, headers, body);
        long began = System.nanoTime();
        Future<?> deadline = deadlines.schedule(call::tooLate, deadlineMillis, TimeUnit.MILLISECONDS);
        underWay.add(call);
        try {
            int code = call.code();
            return tried(code, code < 300 ? null : code < 400 ? "redirect" : "status", began);
        } catch (TargetUrl.Refused e) {
            return tried(null, "address-refused", began);
        } catch (IOException | IllegalStateException e) {
            return tried(null, call.late ? "timeout" : problem(e), began);
        } finally {
            underWay.remove(call);
            deadline.cancel(false);
        }
    }

    /** One try, which its deadline or the end of this node may break off at any moment. */
    private final class Call {
        private final TargetUrl url;
        private final Map<String, String> headers;
        private final String body;
        private volatile boolean late;
        private volatile @Nullable HttpPost request;

        private Call(TargetUrl url, Map<String, String> headers, String body) {
            this.url = url;
            this.headers = headers;
            this.body = body;
        }

        private void tooLate() {
            late = true;
            breakOff();
        }

        private void breakOff() {
            HttpPost now = request;
            if (now != null) now.cancel();
        }

        /** Where one address lets nobody in, the next of those that were checked may. */
        private int code() throws IOException {
            List<InetAddress> addresses = names.addressesOf(url.bareHost());
            url.mayLeadTo(addresses);
            Iterator<InetAddress> next = addresses.iterator();
            while (true) {
                try {
                    return codeFrom(next.next());
                } catch (ConnectException | ConnectTimeoutException e) {
                    if (!next.hasNext()) throw e;
                }
            }
        }

        private int codeFrom(InetAddress address) throws IOException {
            HttpPost post = new HttpPost(url.uri());
            headers.forEach(post::setHeader);
            post.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
            request = post;
            if (late) throw new IOException("broken off");
            HttpHost host = new HttpHost(url.uri().getScheme(), address, url.bareHost(), url.port());
            ClassicHttpResponse answer = client().executeOpen(host, post, null);
            try {
                letItFinish(answer.getEntity());
            } finally {
                post.cancel();
                hangUp(answer);
            }
            return answer.getCode();
        }
    }

    /** What it says is nobody's business; to read a little lets most of them finish in good order. */
    private static void letItFinish(@Nullable HttpEntity entity) {
        try {
            if (entity != null) entity.getContent().readNBytes(ANSWER_READ);
        } catch (IOException e) {
            LOG.trace("an answer broke off behind its status, which is all that counts", e);
        }
    }

    private static void hangUp(ClassicHttpResponse answer) {
        try {
            answer.close();
        } catch (IOException e) {
            LOG.trace("a connection that was broken off could not be closed once more", e);
        }
    }

    private static Tried tried(@Nullable Integer code, @Nullable String problem, long began) {
        return new Tried(code, problem, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static String problem(Exception failure) {
        return switch (failure) {
            case UnknownHostException e -> "unknown-host";
            case SSLException e -> "tls";
            case SocketTimeoutException e -> "timeout";
            case ConnectException e -> "no-connection";
            default -> "broken-off";
        };
    }

    /** Whether what failed lately failed because of {@link #close}. */
    boolean isClosed() {
        return closed;
    }

    /** Breaks off what is under way. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        underWay.forEach(Call::breakOff);
        deadlines.shutdownNow();
        if (client != null) client.close();
    }
}
