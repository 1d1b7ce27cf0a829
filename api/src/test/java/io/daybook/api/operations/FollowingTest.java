package io.daybook.api.operations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.api.security.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that does not end, and who follows it. */
class FollowingTest {
    private static final int PATIENCE_MILLIS = 30_000;

    private static RunningDaybook daybook;

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    @Test
    void nobody_follows_more_than_their_share_and_the_others_still_may() throws IOException {
        String work = work("eve");
        List<BufferedReader> open = new ArrayList<>();
        for (int i = 0; i < 25; i++) open.add(follow(token("eve"), work));

        HttpURLConnection refused = ask(token("eve"), work);
        assertThat(refused.getResponseCode()).isEqualTo(429);
        assertThat(refused.getHeaderField("Retry-After")).matches("[1-9]\\d*");
        assertThat(refused.getHeaderField("RateLimit")).startsWith("\"requests\";r=");
        open.add(follow(Api.of(daybook).token("auditor"), work));
        for (BufferedReader one : open) one.close();
        long end = end();
        while (!isLetIn(work))
            assertThat(System.nanoTime()).as("places of those who left").isLessThan(end);
    }

    private static long end() {
        return System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    }

    private static boolean isLetIn(String work) throws IOException {
        HttpURLConnection connection = ask(token("eve"), work);
        boolean letIn = connection.getResponseCode() == 200;
        connection.disconnect();
        return letIn;
    }

    @Test
    void what_is_withdrawn_ends_what_is_being_followed() throws IOException {
        String work = work("zoe");
        String others = work("ann");
        try (BufferedReader stream = follow(token("zoe"), work);
                BufferedReader other = follow(token("ann"), others)) {
            Answer withdrawn = Api.of(daybook)
                    .as("admin")
                    .post("/access/zoe/withdraw", "{\"roles\": [\"operator\"], \"reason\": \"left\"}");
            assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
            long end = end();
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                assertThat(line).isIn("", ": still here");
                assertThat(System.nanoTime()).as("what is withdrawn goes on").isLessThan(end);
            }
            for (int lines = 0; lines < 6; lines++) assertThat(other.readLine()).isIn("", ": still here");
        }
    }

    private static BufferedReader follow(String token, String work) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(ask(token, work).getInputStream(), StandardCharsets.UTF_8));
        String line = requireNonNull(lines.readLine());
        for (; !line.isEmpty(); line = requireNonNull(lines.readLine()))
            assertThat(line).matches("(id|event|data): .*");
        return lines;
    }

    private static HttpURLConnection ask(String token, String work) throws IOException {
        URI stream = URI.create(daybook.url() + "/api/v1/operations/" + work + "/stream");
        HttpURLConnection connection = (HttpURLConnection) stream.toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + token);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static String token(String subject) {
        return TestTokens.of(daybook, subject, "operator");
    }

    /** Somebody else is at it, for a day. */
    private static String work(String owner) {
        String id = "operation-of-" + owner;
        JdbcClient.create(daybook.database().owner()).sql("""
                        INSERT INTO daybook.operation (id, kind, owner, input, lease_until)
                        VALUES (?, 'replay', ?, '{}', now() + interval '1 day')
                        """).params(id, owner).update();
        return id;
    }
}
