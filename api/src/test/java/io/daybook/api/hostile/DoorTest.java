package io.daybook.api.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes in before there is a request, and what every answer carries, whoever gives it. */
class DoorTest {
    private static final String HOST = "Host: 127.0.0.1\r\n";

    private static Prey prey;
    private static String bearer;

    @BeforeAll
    static void start() {
        prey = new Prey();
        bearer = "Authorization: Bearer " + prey.tokens.get("finance-maker") + "\r\n";
    }

    @AfterAll
    static void stop() {
        prey.close();
    }

    @Test
    void what_is_no_request_is_refused_with_a_code_and_without_a_word_about_who_says_so() throws IOException {
        long events = prey.events();
        for (var malformed : malformed().entrySet()) {
            RawHttp.Answer answer = send(malformed.getValue());
            assertThat(Verdict.on(answer))
                    .as(malformed.getKey() + ": " + answer)
                    .isEmpty();
            assertSafe(malformed.getKey(), answer);
        }
        assertThat(prey.events()).isEqualTo(events);
    }

    private static Map<String, String> malformed() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("no host", "GET /api/v1/contractors HTTP/1.1\r\n\r\n");
        all.put("two hosts", "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + HOST + "\r\n");
        all.put("a host that is none", "GET /api/v1/contractors HTTP/1.1\r\nHost: a b<c>\r\n\r\n");
        all.put("a path with NUL", "GET /api/v1/\0 HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a path with an encoded NUL", "GET /api/v1/%00 HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("a path with a quote", "GET /api/v1/\"x\" HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a path that climbs", "GET /api/v1/../../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a path that climbs encoded", "GET /api/v1/%2e%2e/%2e%2e/x HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("an encoded slash", "GET /api/v1/contractors%2Fx HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("a backslash", "GET /api/v1/contractors%5Cx HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("a bad escape", "GET /api/v1/contractors/%zz HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("a version that is none", "GET /api/v1/contractors HTTP/9.9\r\n" + HOST + "\r\n");
        all.put("a method that is none", "G@T /api/v1/contractors HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("a method nobody knows", "HACK /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put("TRACE", "TRACE /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer + "\r\n");
        all.put(
                "a huge header",
                "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(60_000) + "\r\n\r\n");
        all.put("a huge query", "GET /api/v1/contractors?x=" + "x".repeat(60_000) + " HTTP/1.1\r\n" + HOST + "\r\n");
        all.put("1,000 headers", "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + "X: 1\r\n".repeat(1_000) + "\r\n");
        all.put("a header without a name", "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + ": x\r\n\r\n");
        all.put("a name with a blank", "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + "X Y: x\r\n\r\n");
        framed(all);
        return all;
    }

    private static void framed(Map<String, String> all) {
        String post = "POST /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer + "Content-Type: application/json\r\n";
        all.put("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
        all.put("a length that is none", post + "Content-Length: two\r\n\r\n{}");
        all.put("a length below zero", post + "Content-Length: -2\r\n\r\n{}");
        all.put("a length beyond all", post + "Content-Length: 99999999999999999999\r\n\r\n{}");
        all.put("a length of 1 TB", post + "Content-Length: 1099511627776\r\n\r\n{}");
        all.put("a coding nobody knows", post + "Transfer-Encoding: brotli\r\n\r\n{}");
        all.put("length and chunks", post + "Content-Length: 2\r\nTransfer-Encoding: nope, chunked\r\n\r\n0\r\n\r\n");
        all.put("a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n");
        all.put("a chunk below zero", post + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n");
        all.put("a chunk too long", post + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}{}\r\n0\r\n\r\n");
        all.put("a chunk of endless size", post + "Transfer-Encoding: chunked\r\n\r\n" + "f".repeat(40) + "\r\n{}\r\n");
        all.put("an expectation", post + "Expect: miracle\r\nContent-Length: 2\r\n\r\n{}");
    }

    @Test
    void whoever_does_not_go_on_is_told_so_and_hung_up_on() throws IOException {
        RawHttp.Answer answer = send("POST /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer
                + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"reference\":");
        assertThat(Verdict.on(answer)).as(answer.toString()).isEmpty();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.header("connection")).isEqualTo("close");
    }

    @Test
    void every_answer_says_that_it_is_nothing_to_run_to_frame_or_to_keep() throws IOException {
        for (String request : List.of(
                "GET /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer,
                "GET /api/v1/contractors HTTP/1.1\r\n" + HOST,
                "GET /api/v1/contractors/nope HTTP/1.1\r\n" + HOST + bearer,
                "PATCH /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer,
                "GET /nowhere HTTP/1.1\r\n" + HOST + bearer,
                "GET /actuator/health/liveness HTTP/1.1\r\n" + HOST,
                "GET /v3/api-docs HTTP/1.1\r\n" + HOST,
                "GET /error HTTP/1.1\r\n" + HOST)) assertSafe(request, send(request + "\r\n"));
    }

    @Test
    void a_request_is_named_by_its_caller_only_where_that_is_harmless() throws IOException {
        String get = "GET /api/v1/contractors%2F HTTP/1.1\r\n" + HOST;
        assertThat(send(get + "X-Request-Id: mine-1\r\n\r\n").header("x-request-id"))
                .isEqualTo("mine-1");
        for (String id : List.of("a b", "<script>", "x".repeat(65), "\u00e9", "a\tb", ""))
            assertThat(send(get + "X-Request-Id: " + id + "\r\n\r\n").header("x-request-id"))
                    .as(id)
                    .matches("[0-9a-f-]{36}");
    }

    @Test
    void no_other_site_is_let_in() throws IOException {
        String other = "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n";
        for (String method : List.of("OPTIONS", "GET")) {
            String request = method + " /api/v1/contractors HTTP/1.1\r\n" + HOST + bearer + other + "\r\n";
            assertThat(send(request).headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    private static void assertSafe(String what, RawHttp.Answer answer) {
        assertThat(answer.header("content-security-policy"))
                .as(what)
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("x-content-type-options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).as(what).isEqualTo("no-referrer");
        assertThat(answer.header("cache-control")).as(what).contains("no-store");
        assertThat(answer.header("x-request-id")).as(what).isNotEmpty();
        assertThat(answer.headers()).as(what).doesNotContainKeys("server", "x-powered-by", "strict-transport-security");
    }

    private static RawHttp.Answer send(String request) throws IOException {
        try (RawHttp http = new RawHttp(prey.port())) {
            return http.send(request.getBytes(ISO_8859_1));
        }
    }
}
