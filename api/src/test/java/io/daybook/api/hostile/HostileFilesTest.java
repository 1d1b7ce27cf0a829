package io.daybook.api.hostile;

import static io.daybook.api.hostile.Values.many;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that mean harm: each is taken in, ends, and leaves nothing but a reason for each of its rows. */
class HostileFilesTest {
    private static final String ROSTER = "reference,name,email,country,currency,project,hourlyRate,rateFrom,"
            + "weeklyCapHours,payoutDestination,overlap\n";
    private static final List<String> PERSON = many("""
            E-1 ¦ Eve ¦ eve@x.example ¦ GB ¦ USD ¦ Atlas ¦ 100.00 ¦ 2026-01-01 ¦ 40 ¦ acct_9 ¦ refuse
            """);
    private static final String TIME = "contractor,project,date,seconds,task,notes\n";
    private static final List<String> ENTRY = List.of("ada-1", "Labels", "2026-01-06", "3600", "Build", "");
    private static final String LONG = "x".repeat(400);
    private static final List<String> NO_DATES = many("""
            0000-01-01 ¦ 0001-01-01 ¦ 9999-12-31 ¦ 10000-01-01 ¦ +10000-01-01 ¦ -0001-01-01 ¦ 2026-02-30 ¦
            2026-13-01 ¦ =DATE(2026;1;1) ¦ yesterday ¦ \u0662\u0660\u0662\u0666-01-05
            """, "");
    private static final Map<Integer, List<String>> NO_PERSON = Map.ofEntries(
            Map.entry(0, List.of("", "a\u202eb", "\ufeffx\u200b", "\u0000", LONG, "\ue000", "\udbff\udffd")),
            Map.entry(1, List.of("", "E\u202eve", "\u2066x", LONG)),
            Map.entry(2, List.of("", "nope", "a b@c", "@", "eve@x.example\u202e")),
            Map.entry(3, List.of("", "XX", "G", "<b>", "=GB")),
            Map.entry(4, List.of("", "XXX", "XAU", "US", "\uff35\uff33\uff24")),
            Map.entry(5, List.of("", "\u202eAtlas", LONG)),
            Map.entry(
                    6,
                    List.of(
                            "",
                            "-1",
                            "0",
                            "1e400",
                            "NaN",
                            "Infinity",
                            "0x10",
                            "9999999999999",
                            "100.001",
                            "\u0661\u0662",
                            "=1+1",
                            "1 000",
                            "--1",
                            "$5")),
            Map.entry(7, NO_DATES),
            Map.entry(8, List.of("-1", "0", "1e400", "99999999999", "NaN", "=40")),
            Map.entry(9, List.of("acct\u202e", LONG)),
            Map.entry(10, List.of("maybe", "ALLOW!", "1")));
    private static final Map<Integer, List<String>> NO_ENTRY = Map.of(
            0, List.of("", "nobody", "' OR 1=1", "ada-1\u202e", "=ada-1"),
            1, List.of("", "Nope", "Labels'--"),
            2, NO_DATES,
            3,
                    List.of(
                            "",
                            "-1",
                            "0",
                            "86401",
                            "1e400",
                            "NaN",
                            "9223372036854775807",
                            "9223372036854775808",
                            "1.5.5",
                            "=3600",
                            "\u0661"));

    private static Prey prey;
    private static Api maker;

    @BeforeAll
    static void start() {
        prey = new Prey();
        maker = prey.as("finance-maker");
    }

    @AfterAll
    static void stop() {
        prey.close();
    }

    @Test
    void no_row_of_them_is_accepted_and_each_is_told_why() throws IOException {
        long events = prey.events();
        byte[] roster = file(ROSTER, PERSON, NO_PERSON);
        JsonNode people = ended("kind=roster", roster);
        assertThat(people.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(people.path("rejected").asInt())
                .as(errors(people))
                .isEqualTo(NO_PERSON.values().stream().mapToInt(List::size).sum());
        JsonNode time = ended("kind=time&format=daybook", file(TIME, ENTRY, NO_ENTRY));
        assertThat(time.path("rejected").asInt())
                .as(errors(time))
                .isEqualTo(NO_ENTRY.values().stream().mapToInt(List::size).sum());
        for (JsonNode done : List.of(people, time)) {
            assertThat(done.path("accepted").asInt()).as(errors(done)).isZero();
            assertThat(errors(done).lines().skip(1)).allMatch(line -> line.matches("\\d+,[^,]*,[a-z0-9-]+,.*"));
        }
        assertThat(prey.events()).isEqualTo(events);
    }

    @Test
    void what_is_no_such_file_ends_with_nothing_accepted() throws IOException {
        long events = prey.events();
        for (var file : noFiles().entrySet())
            for (String kind : List.of("kind=roster", "kind=time&format=daybook", "kind=time&format=toggl")) {
                JsonNode done = ended(kind, file.getValue());
                String what = file.getKey() + " as " + kind + ": " + done + "\n" + errors(done);
                assertThat(done.path("status").asString()).as(what).isIn("FAILED", "COMPLETED");
                assertThat(done.path("accepted").asInt()).as(what).isZero();
                assertThat(errors(done)).as(what).doesNotContain("Exception", "io.daybook");
                assertThat(errors(done).lines().skip(1))
                        .as(what)
                        .noneMatch(line -> line.matches("\\d+,\"?\\s*[=+@-].*"));
            }
        assertThat(prey.events()).isEqualTo(events);
    }

    private static Map<String, byte[]> noFiles() throws IOException {
        String row = String.join(",", PERSON) + "\n";
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("a mark of its encoding", "\ufeff".getBytes(UTF_8));
        files.put("NUL", new byte[100_000]);
        files.put("a zip", zip(ROSTER + row));
        files.put("UTF-16", (ROSTER + row).getBytes(UTF_16));
        files.put("half a character", (ROSTER + row.replace("Eve", "\u00f0\u009f")).getBytes(ISO_8859_1));
        files.put("bytes that are no text", new byte[] {'a', ',', (byte) 0xC0, (byte) 0xAF, '\n', (byte) 0xFF});
        files.put("a quote that never ends", (ROSTER + "\"" + row.repeat(2_000)).getBytes(UTF_8));
        files.put("a million columns", ("a,".repeat(1_000_000) + "\n" + "1,".repeat(1_000_000)).getBytes(UTF_8));
        files.put("a row of a million columns", (ROSTER + "1,".repeat(1_000_000) + "\n").getBytes(UTF_8));
        files.put("a cell of 8 MB", (ROSTER + "E-1," + "x".repeat(8 << 20) + "\n").getBytes(UTF_8));
        files.put("no line end", "x".repeat(8 << 20).getBytes(UTF_8));
        files.put("columns twice", (ROSTER.strip() + ",name,=HYPERLINK(1)\n" + row).getBytes(UTF_8));
        files.put("formulas for names", "=cmd|'/c calc'!A0,+1,@x\n=1,+1,-1\n".getBytes(UTF_8));
        files.put("too few cells", (ROSTER + "E-1,Eve\n").getBytes(UTF_8));
        files.put("too many cells", (ROSTER + row.strip() + ",1,2,3\n").getBytes(UTF_8));
        files.put(
                "XML",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"
                        .getBytes(UTF_8));
        files.put("HTML", "<script>alert(1)</script>".getBytes(UTF_8));
        return files;
    }

    private static byte[] file(String header, List<String> row, Map<Integer, List<String>> wrong) {
        StringBuilder file = new StringBuilder(header);
        wrong.forEach((column, values) -> values.forEach(value -> {
            List<String> cells = new ArrayList<>(row);
            cells.set(column, value);
            file.append(String.join(",", cells)).append('\n');
        }));
        return file.toString().getBytes(UTF_8);
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../roster.csv"));
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static JsonNode ended(String query, byte[] file) throws IOException {
        List<String> headers = List.of(
                "Authorization: Bearer " + prey.tokens.get("finance-maker"),
                "Content-Type: text/csv",
                "Idempotency-Key: " + UUID.randomUUID());
        RawHttp.Answer answer;
        try (RawHttp http = new RawHttp(prey.port())) {
            answer = http.send(new Attack("file", "POST", "/api/v1/imports?" + query, headers, file).bytes());
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        JsonNode accepted = JsonMapper.shared().readTree(answer.body());
        // Answers once the operation has ended.
        maker.get("/operations/" + accepted.path("operation").asString() + "/stream");
        return maker.get("/imports/" + accepted.path("id").asString()).json();
    }

    private static String errors(JsonNode done) {
        return maker.get("/imports/" + done.path("id").asString() + "/errors").body();
    }
}
