package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID Connect issuer on the loopback: its metadata, its keys, and tokens that it signs. */
final class LocalIssuer implements AutoCloseable {
    static final String AUDIENCE = "daybook-api";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final String slash;
    volatile List<JWK> keys;
    volatile int status = 200;
    volatile String named = "";
    /** Begins its answers and never ends them. */
    volatile boolean stalls;

    private LocalIssuer(HttpServer server, String slash) {
        this.server = server;
        this.slash = slash;
        this.keys = List.of(key("key-1"));
    }

    static LocalIssuer start() {
        return start("");
    }

    /** @param slash at the end of its own name, as some issuers have it */
    static LocalIssuer start(String slash) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalIssuer issuer = new LocalIssuer(server, slash);
            issuer.named = issuer.uri() + slash;
            server.createContext("/realms/pay/.well-known/openid-configuration", issuer::metadata);
            server.createContext("/realms/pay/keys", issuer::keySet);
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without a slash at its end. */
    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/pay";
    }

    /** How often its keys were asked for. */
    int asked() {
        return asked.get();
    }

    RSAKey key() {
        return keys.getFirst().toRSAKey();
    }

    /** What a good token says: change what a test is about. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri() + slash)
                .audience(AUDIENCE)
                .subject("ada")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("roles", List.of("finance-maker"));
    }

    String token() {
        return sign(claims().build());
    }

    String sign(JWTClaimsSet claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key().getKeyID())
                        .build(),
                claims,
                key());
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void metadata(HttpExchange exchange) throws IOException {
        answer(exchange, "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(named, uri()));
    }

    private void keySet(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        answer(exchange, new JWKSet(keys).toPublicJWKSet().toString());
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, stalls ? body.length + 1 : body.length);
        exchange.getResponseBody().write(body);
        if (stalls) exchange.getResponseBody().flush();
        else exchange.close();
    }
}
