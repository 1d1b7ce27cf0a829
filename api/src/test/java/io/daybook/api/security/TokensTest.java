package io.daybook.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An issuer's tokens from the outside: which are believed, and what becomes of the others. */
class TokensTest {
    private static LocalIssuer issuer;
    private static RunningDaybook daybook;
    private static Api api;

    @BeforeAll
    static void start() {
        issuer = LocalIssuer.start();
        daybook = RunningDaybook.start(
                "--daybook.security.issuer-uri=" + issuer.uri(), "--daybook.security.audience=" + LocalIssuer.AUDIENCE);
        api = Api.of(daybook);
    }

    @AfterAll
    static void stop() {
        daybook.close();
        issuer.close();
    }

    @Test
    void a_good_token_is_believed_with_what_it_says() {
        assertThat(with(issuer.token()).get("/contractors").status()).isEqualTo(200);
        assertThat(with(issuer.token()).get("/dead-letters").code()).isEqualTo("forbidden");
        JWTClaimsSet several = issuer.claims()
                .audience(List.of("other", LocalIssuer.AUDIENCE))
                .notBeforeTime(Date.from(Instant.now().plusSeconds(30)))
                .expirationTime(Date.from(Instant.now().minusSeconds(30)))
                .claim("roles", List.of("operator", "a-role-of-another-program"))
                .build();
        JWSHeader access = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(issuer.key().getKeyID())
                .build();
        assertThat(with(LocalIssuer.sign(access, several, issuer.key()))
                        .get("/dead-letters")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_bad_token_is_refused_with_the_same_words_and_counted_by_its_reason() throws Exception {
        int asked = issuer.asked();
        SoftAssertions softly = new SoftAssertions();
        new BadTokens(issuer).all().forEach((name, bad) -> {
            double before = refused(bad.why());
            double all = refused();
            Answer answer = with(bad.token()).get("/contractors");
            softly.assertThat(answer.status()).as(name).isEqualTo(401);
            if (answer.status() != 401) return;
            softly.assertThat(answer.code()).as(name).isEqualTo("unauthorized");
            softly.assertThat(answer.header("WWW-Authenticate")).as(name).isEqualTo("Bearer");
            softly.assertThat(answer.json().path("detail").asString())
                    .as(name)
                    .isEqualTo("This needs a valid bearer token.");
            softly.assertThat(refused(bad.why()) - before).as(name).isEqualTo(1);
            softly.assertThat(refused() - all).as(name).isEqualTo(1);
        });
        softly.assertAll();
        assertThat(issuer.asked() - asked)
                .as("times the issuer was asked for keys")
                .isLessThan(4);
    }

    @Test
    void no_token_at_all_and_headers_that_hold_none_are_refused_too() {
        assertThat(api.get("/contractors").code()).isEqualTo("unauthorized");
        for (String header : List.of("Bearer", "Bearer ", "bearer  x y", "Basic YTpi", "DPoP " + issuer.token(), "x"))
            assertThat(api.with("Authorization", header).get("/contractors").status())
                    .as(header)
                    .isEqualTo(401);
        assertThat(api.get("/contractors?access_token=" + issuer.token()).status())
                .isEqualTo(401);
        assertThat(refused(Refusal.NO_TOKEN)).isPositive();
        assertThat(with("x".repeat(40_000)).get("/contractors").status()).isEqualTo(400);
    }

    @Test
    void a_token_counts_in_the_one_header_for_it_and_nowhere_else() throws Exception {
        String token = issuer.token();
        assertThat(status("POST", "/contractors", "Cookie", "access_token=" + token))
                .isEqualTo(401);
        assertThat(status("GET", "/contractors", "X-Authorization", "Bearer " + token))
                .isEqualTo(401);
        assertThat(status("GET", "/contractors", "Proxy-Authorization", "Bearer " + token))
                .isEqualTo(401);
        Answer form = api.with("Content-Type", "application/x-www-form-urlencoded")
                .post("/contractors", "access_token=" + token);
        assertThat(form.status()).isEqualTo(401);
        String good = "Bearer " + token;
        assertThat(status("GET", "/contractors", "Authorization", good)).isEqualTo(200);
        for (String other : List.of("Bearer x", good, "Basic YTpi", ""))
            for (List<String> two : List.of(List.of(good, other), List.of(other, good)))
                assertThat(status(
                                "GET", "/contractors", "Authorization", two.getFirst(), "Authorization", two.getLast()))
                        .as("%s", two)
                        .isEqualTo(401);
    }

    private static int status(String method, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(daybook.url() + "/api/v1" + path))
                .method(method, BodyPublishers.noBody())
                .headers(headers)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void a_role_that_the_issuer_no_longer_gives_opens_nothing() {
        double before = refused(Refusal.ROLE);
        for (List<String> left : List.of(List.<String>of(), List.of("contractor"), List.of("Finance-Maker")))
            assertThat(with(issuer.sign(issuer.claims().claim("roles", left).build()))
                            .get("/adjustments")
                            .code())
                    .isEqualTo("forbidden");
        assertThat(with(issuer.sign(issuer.claims().claim("roles", null).build()))
                        .get("/adjustments")
                        .code())
                .isEqualTo("forbidden");
        assertThat(refused(Refusal.ROLE) - before).isEqualTo(4);
    }

    private static Api with(String token) {
        return api.with("Authorization", "Bearer " + token);
    }

    private static double refused(Refusal why) {
        return daybook.context()
                .getBean(MeterRegistry.class)
                .get("daybook.requests.refused")
                .tag("reason", why.label())
                .counter()
                .count();
    }

    private static double refused() {
        double all = 0;
        for (Refusal why : Refusal.values()) all += refused(why);
        return all;
    }
}
