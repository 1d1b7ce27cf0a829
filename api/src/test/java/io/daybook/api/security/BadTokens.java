package io.daybook.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Tokens that must not be believed, each with the reason. All but what each is about is as in a good one. */
final class BadTokens {
    private final LocalIssuer issuer;
    private final RSAKey foreign = LocalIssuer.key("key-of-a-stranger");
    private final Map<String, Bad> all = new LinkedHashMap<>();

    record Bad(String token, Refusal why) {}

    BadTokens(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    Map<String, Bad> all() throws JOSEException {
        algorithms();
        headers();
        keys();
        keysInTheHeader();
        forms();
        claims();
        return all;
    }

    private void algorithms() throws JOSEException {
        JWTClaimsSet claims = issuer.claims().build();
        bad("alg none", new PlainJWT(claims).serialize(), Refusal.ALGORITHM);
        for (String none : List.of("None", "NONE", "nOnE", "rs256", "HS384", "EdDSA"))
            bad(
                    "alg " + none,
                    raw("{\"alg\":\"" + none + "\",\"kid\":\"key-1\"}", claims.toString()),
                    Refusal.ALGORITHM);
        for (JWSAlgorithm strong : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.RS384))
            bad("alg " + strong, LocalIssuer.sign(header(strong).build(), claims, issuer.key()), Refusal.ALGORITHM);
        SignedJWT mac = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims);
        mac.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
        bad("HS256 with the RSA public key", mac.serialize(), Refusal.SIGNATURE);
        SignedJWT pem = new SignedJWT(header(JWSAlgorithm.HS256).build(), claims);
        String text = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                        .encodeToString(issuer.key().toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        pem.sign(new MACSigner(text.getBytes(UTF_8)));
        bad("HS256 with the RSA public key as PEM", pem.serialize(), Refusal.SIGNATURE);
    }

    private void headers() {
        JWTClaimsSet claims = issuer.claims().build();
        JWSHeader crit = header(JWSAlgorithm.RS256)
                .criticalParams(Set.of("urn:example:else"))
                .customParam("urn:example:else", true)
                .build();
        bad("crit", LocalIssuer.sign(crit, claims, issuer.key()), Refusal.HEADER);
        JWSHeader type = header(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("logout+jwt"))
                .build();
        bad("typ logout+jwt", LocalIssuer.sign(type, claims, issuer.key()), Refusal.HEADER);
        bad(
                "crit b64",
                raw("{\"alg\":\"RS256\",\"kid\":\"key-1\",\"b64\":false,\"crit\":[\"b64\"]}", claims.toString()),
                Refusal.HEADER);
    }

    private void keys() throws JOSEException {
        JWTClaimsSet claims = issuer.claims().build();
        JWSHeader stranger = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-of-a-stranger")
                .build();
        bad("foreign kid", LocalIssuer.sign(stranger, claims, foreign), Refusal.UNKNOWN_KEY);
        bad("foreign key under a kid of the issuer", LocalIssuer.sign(rs256(), claims, foreign), Refusal.SIGNATURE);
        JWSHeader jwk = header(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK()).build();
        bad("jwk in the header", LocalIssuer.sign(jwk, claims, foreign), Refusal.SIGNATURE);
        JWSHeader jku = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-of-a-stranger")
                .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                .build();
        bad("jku in the header", LocalIssuer.sign(jku, claims, foreign), Refusal.UNKNOWN_KEY);
        JWSHeader x5u = header(JWSAlgorithm.RS256)
                .x509CertURL(URI.create("http://127.0.0.1:9/cert"))
                .build();
        bad("x5u in the header", LocalIssuer.sign(x5u, claims, foreign), Refusal.SIGNATURE);
        bad(
                "kid that is a path",
                LocalIssuer.sign(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("../../../dev/null' OR 1=1 --")
                                .build(),
                        claims,
                        foreign),
                Refusal.UNKNOWN_KEY);
        String[] parts = issuer.token().split("\\.");
        bad("empty signature", parts[0] + "." + parts[1] + ".", Refusal.MALFORMED);
        bad("no signature", parts[0] + "." + parts[1], Refusal.MALFORMED);
        String other = LocalIssuer.sign(rs256(), issuer.claims().subject("eve").build(), issuer.key());
        bad("another token's signature", parts[0] + "." + other.split("\\.")[1] + "." + parts[2], Refusal.SIGNATURE);
    }

    private void keysInTheHeader() {
        JWTClaimsSet claims = issuer.claims().build();
        JWSHeader x5c = header(JWSAlgorithm.RS256)
                .x509CertChain(List.of(com.nimbusds.jose.util.Base64.encode("a certificate")))
                .build();
        bad("x5c in the header", LocalIssuer.sign(x5c, claims, foreign), Refusal.SIGNATURE);
        JWSHeader nameless = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(foreign.toPublicJWK())
                .build();
        bad("jwk in the header and no kid", LocalIssuer.sign(nameless, claims, foreign), Refusal.SIGNATURE);
    }

    private void forms() throws JOSEException {
        JWEObject sealed = new JWEObject(
                new JWEHeader(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), new Payload(issuer.token()));
        sealed.encrypt(new RSAEncrypter(issuer.key().toRSAPublicKey()));
        bad("JWE", sealed.serialize(), Refusal.ENCRYPTED);
        JWSObject nested = new JWSObject(rs256(), new Payload(issuer.token()));
        nested.sign(new RSASSASigner(issuer.key()));
        bad("nested", nested.serialize(), Refusal.MALFORMED);
        JWSObject list = new JWSObject(rs256(), new Payload("[]"));
        list.sign(new RSASSASigner(issuer.key()));
        bad("claims that are no object", list.serialize(), Refusal.MALFORMED);
        JWSObject twice = new JWSObject(
                rs256(),
                new Payload(issuer.claims().build().toString().replaceFirst("\\{", "{\"roles\":[\"admin\"],")));
        twice.sign(new RSASSASigner(issuer.key()));
        bad("roles twice", twice.serialize(), Refusal.MALFORMED);
        bad("huge", issuer.sign(issuer.claims().claim("pad", "x".repeat(8_000)).build()), Refusal.TOO_LARGE);
        bad("nonsense", "nonsense", Refusal.MALFORMED);
        bad("characters that no token has", "a\tb", Refusal.MALFORMED);
    }

    private void claims() {
        Instant now = Instant.now();
        says("wrong issuer", Refusal.ISSUER, claims -> claims.issuer("https://login.example"));
        says("issuer with a slash more", Refusal.ISSUER, claims -> claims.issuer(issuer.uri() + "/"));
        says("issuer of development", Refusal.ISSUER, claims -> claims.issuer(DevTokens.ISSUER));
        says("no issuer", Refusal.ISSUER, claims -> claims.issuer(null));
        says("wrong audience", Refusal.AUDIENCE, claims -> claims.audience("payroll"));
        says("audience that begins alike", Refusal.AUDIENCE, claims -> claims.audience(LocalIssuer.AUDIENCE + "-2"));
        says("no audience", Refusal.AUDIENCE, claims -> claims.audience((String) null));
        says("expired", Refusal.EXPIRED, claims -> claims.expirationTime(Date.from(now.minusSeconds(90))));
        says("no expiry", Refusal.NO_EXPIRY, claims -> claims.expirationTime(null));
        says("not yet valid", Refusal.NOT_YET_VALID, claims -> claims.notBeforeTime(Date.from(now.plusSeconds(90))));
        says("expiry that is a text", Refusal.MALFORMED, claims -> claims.claim("exp", "tomorrow"));
        for (String name : List.of("daybook", "system", "local-command", "dev-finance-maker", "DEV-admin"))
            says("sub " + name, Refusal.SUBJECT, claims -> claims.subject(name));
        for (String name : List.of("contractor:ada", "api-key:1", " ada", "ada\n", "d\u0430ybook", "x".repeat(256)))
            says("sub " + name, Refusal.SUBJECT, claims -> claims.subject(name));
        says("no sub", Refusal.SUBJECT, claims -> claims.subject(null));
        says("empty sub", Refusal.SUBJECT, claims -> claims.subject(""));
        says("roles as one text", Refusal.CLAIMS, claims -> claims.claim("roles", "admin"));
        says("roles of objects", Refusal.CLAIMS, claims -> claims.claim("roles", List.of(Map.of("a", "admin"))));
        says("roles as an object", Refusal.CLAIMS, claims -> claims.claim("roles", Map.of("admin", true)));
        says("projects as one text", Refusal.CLAIMS, claims -> claims.claim("projects", "Apollo"));
        says("contractors as a list", Refusal.CLAIMS, claims -> claims.claim("contractor", List.of("ada")));
    }

    private void says(String name, Refusal why, UnaryOperator<JWTClaimsSet.Builder> change) {
        bad(name, issuer.sign(change.apply(issuer.claims()).build()), why);
    }

    private void bad(String name, String token, Refusal why) {
        all.put(name, new Bad(token, why));
    }

    private JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).keyID(issuer.key().getKeyID());
    }

    private JWSHeader rs256() {
        return header(JWSAlgorithm.RS256).build();
    }

    /** Put together by hand, for what no library signs. */
    private static String raw(String header, String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString(header.getBytes(UTF_8)) + "." + base64.encodeToString(payload.getBytes(UTF_8))
                + "." + base64.encodeToString("signature".repeat(20).getBytes(UTF_8));
    }
}
