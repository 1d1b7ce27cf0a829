package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.kernel.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditCommandTest {
    private static RunningDaybook daybook;
    private static JdbcClient sql;

    @TempDir
    private Path folder;

    private String printed = "";

    @BeforeAll
    static void start() {
        daybook = RunningDaybook.start();
        sql = JdbcClient.create(daybook.database().owner());
        for (int i = 0; i < 6; i++) register("E-" + i);
    }

    @AfterAll
    static void stop() {
        daybook.close();
    }

    private static void register(String reference) {
        String body = "{\"reference\": \"%1$s\", \"name\": \"A\", \"email\": \"%1$s@x.example\","
                + " \"country\": \"US\", \"currency\": \"USD\"}";
        assertThat(Api.of(daybook)
                        .as("finance-maker")
                        .post("/contractors", body.formatted(reference))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void events_come_with_a_checksum_that_others_can_check() throws IOException {
        Path file = folder.resolve("events.csv");
        assertThat(audit("events", "--type=ContractorRegistered", "--format=csv", "--out=" + file))
                .isZero();
        String digest = HexFormat.of().formatHex(Hash.sha256(Files.readAllBytes(file)));
        assertThat(folder.resolve("events.csv.sha256")).hasContent(digest + "  events.csv\n");
        assertThat(printed).contains(digest);
        assertThat(Files.readAllLines(file)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(audit("events", "--type=ContractorRegistered")).isZero();
        assertThat(printed.lines().map(JsonMapper.shared()::readTree))
                .hasSize(Files.readAllLines(file).size() - 1)
                .allSatisfy(event -> assertThat(event.path("type").asString()).isEqualTo("ContractorRegistered"));
    }

    @Test
    void a_sample_is_the_one_that_the_api_draws() {
        assertThat(audit("sample", "--seed=1 2 3", "--count=3")).isZero();
        JsonNode drawn = JsonMapper.shared().readTree(printed);
        assertThat(drawn)
                .isEqualTo(Api.of(daybook)
                        .as("auditor")
                        .get("/audit/sample?seed=1%202%203&count=3&knownAt="
                                + drawn.path("knownAt").asLong())
                        .json());
    }

    @Test
    void a_replay_shows_the_log_up_to_a_position_beside_views_that_stay_as_they_are() {
        long third = sql.sql("""
                        SELECT position FROM daybook.event_log WHERE type = 'ContractorRegistered' ORDER BY position
                        """).query(Long.class).list().get(2);
        List<String> live = contractors("view");
        assertThat(audit("replay", "--schema=audit_third", "--to=" + third)).isZero();
        assertThat(printed).contains("up to position " + third + "; 0 events");
        assertThat(contractors("audit_third")).hasSize(3).isEqualTo(live.subList(0, 3));
        assertThat(contractors("view")).isEqualTo(live);
        assertThat(sql.sql("SELECT has_table_privilege('daybook_auditor', 'audit_third.journal_line', 'SELECT')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(audit("replay", "--schema=audit_third")).as("made anew").isZero();
        assertThat(contractors("audit_third")).isEqualTo(contractors("view"));
        assertThat(audit("replay", "--schema=audit_third", "--drop")).isZero();
        assertThat(exists("audit_third")).isFalse();
        assertThat(audit("replay", "--schema=audit_third", "--drop"))
                .as("it is gone")
                .isEqualTo(2);
    }

    @Test
    void no_schema_that_is_not_an_auditors_is_made_or_dropped() {
        for (String schema : List.of("view", "daybook", "public", "audit_", "audit_X", "audit_a;b"))
            assertThat(audit("replay", "--schema=" + schema, "--drop"))
                    .as(schema)
                    .isEqualTo(2);
        sql.sql("CREATE SCHEMA audit_of_others").update();
        assertThat(audit("replay", "--schema=audit_of_others")).isEqualTo(2);
        assertThat(audit("replay", "--schema=audit_of_others", "--drop")).isEqualTo(2);
        assertThat(exists("audit_of_others")).isTrue();
    }

    private static List<String> contractors(String schema) {
        return sql
                .sql("SELECT reference FROM " + schema + ".contractor ORDER BY reference")
                .query(String.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static boolean exists(String schema) {
        return sql.sql("SELECT to_regnamespace(?) IS NOT NULL")
                .param(schema)
                .query(Boolean.class)
                .single();
    }

    private int audit(String... words) {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(words));
        all.add("--daybook.data-dir=" + daybook.dataDir());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true, UTF_8))
                .setErr(new PrintWriter(new ByteArrayOutputStream(), true, UTF_8))
                .execute(all.toArray(String[]::new));
        printed = out.toString(UTF_8);
        return code;
    }
}
