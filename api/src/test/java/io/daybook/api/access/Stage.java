package io.daybook.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.http.Api.Answer;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A running Daybook with something of everything, and everybody who may ask for it.
 * Ada and Ben were paid for a week on Atlas, have a submitted and an open one, and Ben a fourth; Cleo's pay waits.
 */
final class Stage implements AutoCloseable {
    static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap
            ada,Ada Lovelace,ada@x.example,GB,USD,Atlas,40.00,2026-01-01,,acct_ada,allow
            ben,Benjamin Franklin,ben@y.example,US,USD,Atlas,35.00,2026-01-01,,acct_ben,allow
            ben,Benjamin Franklin,ben@y.example,US,USD,Secretproject,36.00,2026-01-01,,acct_ben,allow
            cleo,Cleo,cleo@z.example,EG,USD,Borealis,50.00,2026-01-01,,acct_cleo,allow
            """;
    private static final String TIME = "contractor,project,start,seconds,task,notes\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final RunningDaybook daybook;
    final Map<String, String> objects = new LinkedHashMap<>();
    private final Issuer issuer = new Issuer();
    private final Map<Principal, Api> callers = new EnumMap<>(Principal.class);
    private final Map<Principal, String> tokens = new EnumMap<>(Principal.class);

    Stage() {
        daybook = RunningDaybook.start(
                "--daybook.security.issuer-uri=" + issuer.uri(), "--daybook.security.audience=daybook");
        for (Principal principal : Principal.values()) {
            String token = principal.token(issuer);
            if (token != null) tokens.put(principal, token);
            Api api = Api.of(daybook);
            callers.put(principal, token == null ? api : api.with("Authorization", "Bearer " + token));
        }
        objects.put("roster", ROSTER);
        people();
        aPaidWeek();
        aWeekToPay();
        timeUnderWay();
        moneyUnderWay();
        evidence();
        admins();
    }

    /** The id that something of the stage has. */
    String id(String name) {
        return Objects.requireNonNull(objects.get(name), name);
    }

    /** Each write goes under a key of its own. */
    Api as(Principal principal) {
        return Objects.requireNonNull(callers.get(principal))
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Empty for nobody. */
    String token(Principal principal) {
        return tokens.getOrDefault(principal, "");
    }

    /** How many facts stand in the log because somebody asked for them; the engine goes on by itself. */
    long facts() {
        return JdbcClient.create(daybook.database().owner())
                .sql("""
                        SELECT count(*) FROM daybook.event_log
                         WHERE convert_from(metadata, 'UTF8')::jsonb ->> 'origin' IN ('request', 'import', 'bulk')
                        """)
                .query(Long.class)
                .single();
    }

    private void people() {
        objects.put("import", imported("kind=roster", ROSTER));
        JsonNode found = get(Principal.MAKER, "/contractors");
        for (JsonNode one : found.path("items"))
            objects.put(one.path("reference").asString(), one.path("id").asString());
        keep("engagement", get(Principal.CONTRACTOR_A, "/engagements"));
        keep("bens-engagement", get(Principal.CONTRACTOR_B, "/engagements"));
    }

    private void aPaidWeek() {
        objects.put("operation", worked("2026-03-02", "Atlas", "ada", "ben"));
        approve("2026-03-02", Principal.APPROVER);
        keep("paid-sheet", get(Principal.CONTRACTOR_A, "/timesheets?period=2026-03-02"));
        keep("bens-paid-sheet", get(Principal.CONTRACTOR_B, "/timesheets?period=2026-03-02"));
        confirm(topUp(1_000_000));
        String batch = draft("paid", "");
        objects.put("paid-batch", batch);
        String hash = post(Principal.MAKER, "/payout-batches/" + batch + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        post(Principal.CHECKER, "/payout-batches/" + batch + "/approve", "{\"contentHash\": \"" + hash + "\"}", 200);
        await(
                "the funding",
                () -> as(Principal.CHECKER)
                                .post("/payout-batches/" + batch + "/release", "{}")
                                .status()
                        == 202);
        await("the sending", () -> count(batch, "accepted") + count(batch, "inTransit") == 2);
        post(Principal.ANONYMOUS, "/dev/clock", "{\"advance\": \"PT72H\"}", 200);
        await("the banks", () -> count(batch, "paid") == 2);
        keep("payout", get(Principal.CONTRACTOR_A, "/payouts"));
        keep("bens-payout", get(Principal.CONTRACTOR_B, "/payouts"));
    }

    private void aWeekToPay() {
        worked("2026-03-02", "Borealis", "cleo");
        Api everywhere = Api.of(daybook).as("approver");
        Answer bulk = everywhere.post("/timesheets/approvals", "{\"filter\": {\"project\": \"Borealis\"}}");
        ended(bulk.json().path("id").asString(), everywhere);
        objects.put("draft-batch", draft("to-come", ", \"filter\": {\"contractors\": [\"cleo\"]}"));
    }

    private void timeUnderWay() {
        worked("2026-03-09", "Atlas", "ada", "ben");
        keep("submitted-sheet", get(Principal.CONTRACTOR_A, "/timesheets?period=2026-03-09"));
        keep("bens-submitted-sheet", get(Principal.CONTRACTOR_B, "/timesheets?period=2026-03-09"));
        imported("kind=time&format=daybook", row("2026-03-16", "Atlas", "ada") + row("2026-03-16", "Atlas", "ben"));
        imported("kind=time&format=daybook", row("2026-03-23", "Secretproject", "ben"));
        keep("open-sheet", get(Principal.CONTRACTOR_A, "/timesheets?period=2026-03-16"));
        keep("bens-open-sheet", get(Principal.CONTRACTOR_B, "/timesheets?period=2026-03-16"));
    }

    private void moneyUnderWay() {
        objects.put("top-up", topUp(5_000));
        String ada = "/contractors/" + objects.get("ada");
        String march = "{\"from\": \"2026-03-01\", \"to\": \"2026-03-31\"}";
        objects.put("adjustment", made(as(Principal.MAKER), "/adjustments", bonus("ada", 200_000), 202, "/id"));
        objects.put("statement", made(as(Principal.MAKER), ada + "/statements", march, 201, "/id"));
        objects.put("hold", made(as(Principal.MAKER), ada + "/holds", "{\"reason\": \"Why\"}", 201, "/id"));
        assertThat(daybook.context().getBean(ProjectionProgress.class).awaitCaughtUp(PATIENCE))
                .isTrue();
    }

    private void evidence() {
        objects.put("adas-event", sealedEvent(Principal.CONTRACTOR_A));
        objects.put("bens-event", sealedEvent(Principal.CONTRACTOR_B));
    }

    private String sealedEvent(Principal whose) {
        JsonNode events = get(whose, "/audit/events?limit=1");
        String event = events.at("/items/0/eventId").asString();
        await(
                "the sealing",
                () -> as(Principal.AUDITOR).get("/audit/proofs/" + event).status() == 200);
        return event;
    }

    /** What another admin than the one of the table has begun. */
    private void admins() {
        Api other = Api.of(daybook).as("admin");
        String nowhere = "{\"url\": \"http://127.0.0.1:9/hook\"}";
        objects.put("endpoint", made(other, "/webhook-endpoints", nowhere, 201, "/id"));
        objects.put("old-endpoint", made(other, "/webhook-endpoints", nowhere, 201, "/id"));
        for (JsonNode alert : other.get("/alerts").json().path("items"))
            if (alert.path("kind").asString().equals("webhook-endpoint-changes"))
                objects.put("alert", alert.path("id").asString());
        objects.put("delivery", made(other, "/webhook-endpoints/" + id("endpoint") + "/ping", "", 202, "/id"));
        String key = "{\"name\": \"export\", \"roles\": [\"auditor\"], \"expiresAt\": \"2027-01-01T00:00:00Z\"}";
        objects.put("key", made(other, "/api-keys", key, 201, "/key/id"));
        objects.put("other-key", made(other, "/api-keys", key, 201, "/key/id"));
        objects.put("somebody", "somebody");
        objects.put("somebody-else", "somebody-else");
        String back = "{\"roles\": [\"operator\"], \"reason\": \"Stands in\"}";
        objects.put("grant", made(other, "/access/somebody-else/grants", back, 202, "/proposal/grant"));
    }

    private static String made(Api by, String path, String body, int status, String at) {
        Answer answer = by.with("Idempotency-Key", UUID.randomUUID().toString()).post(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.json().at(at).asString();
    }

    static String bonus(String contractor, long minor) {
        return "{\"contractor\": \"%s\", \"kind\": \"BONUS\", \"amount\": {\"amount\": %d, \"currency\": \"USD\"}, \"reason\": \"Well done\"}"
                .formatted(contractor, minor);
    }

    /** An hour of each, submitted. Answers the operation that submitted them. */
    private String worked(String date, String project, String... people) {
        StringBuilder rows = new StringBuilder();
        for (String person : people) rows.append(row(date, project, person));
        imported("kind=time&format=daybook", rows.toString());
        String filter = "{\"filter\": {\"project\": \"" + project + "\", \"period\": \"" + date + "\"}}";
        String operation = post(Principal.MAKER, "/timesheets/submissions", filter, 202)
                .path("id")
                .asString();
        ended(operation, as(Principal.MAKER));
        return operation;
    }

    private static String row(String date, String project, String person) {
        return person + "," + project + "," + date + "T09:00:00Z,3600,Build," + person + "s words\n";
    }

    private void approve(String period, Principal approver) {
        String filter = "{\"filter\": {\"period\": \"" + period + "\"}}";
        String operation =
                post(approver, "/timesheets/approvals", filter, 202).path("id").asString();
        ended(operation, as(approver));
    }

    private String imported(String query, String csv) {
        String file = query.startsWith("kind=time") ? TIME + csv : csv;
        Answer accepted = as(Principal.MAKER).with("Content-Type", "text/csv").post("/imports?" + query, file);
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        ended(accepted.json().path("operation").asString(), as(Principal.MAKER));
        return accepted.json().path("id").asString();
    }

    /** How an operation ended. */
    JsonNode ended(String operation, Api owner) {
        await(
                "operation " + operation,
                () -> !owner.get("/operations/" + operation)
                        .json()
                        .path("status")
                        .asString()
                        .equals("RUNNING"));
        JsonNode end = owner.get("/operations/" + operation).json();
        assertThat(end.path("status").asString()).as(end.toString()).isEqualTo("COMPLETED");
        return end;
    }

    private String topUp(long minor) {
        String body = "{\"rail\": \"simulator\", \"amount\": {\"amount\": %d, \"currency\": \"USD\"}}".formatted(minor);
        return post(Principal.MAKER, "/funding", body, 201).path("id").asString();
    }

    private void confirm(String topUp) {
        post(Principal.CHECKER, "/funding/" + topUp + "/confirm", "{}", 200);
    }

    private String draft(String reference, String more) {
        String now = post(Principal.ANONYMOUS, "/dev/clock", "{\"advance\": \"PT0S\"}", 200)
                .path("now")
                .asString();
        return post(
                        Principal.MAKER,
                        "/payout-batches",
                        "{\"rail\": \"simulator\", \"currency\": \"USD\", \"cutoff\": \"%s\", \"reference\": \"%s\"%s}"
                                .formatted(now, reference, more),
                        201)
                .path("id")
                .asString();
    }

    private long count(String batch, String what) {
        return get(Principal.MAKER, "/payout-batches/" + batch)
                .at("/counts/" + what)
                .asLong();
    }

    private void keep(String name, JsonNode list) {
        String id = list.at("/items/0/id").asString("");
        assertThat(id).as(name + " in " + list).isNotEmpty();
        objects.put(name, id);
    }

    JsonNode get(Principal who, String path) {
        Answer answer = as(who).get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode post(Principal who, String path, String body, int status) {
        Answer answer = as(who).post(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.json();
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        daybook.close();
        issuer.close();
    }
}
