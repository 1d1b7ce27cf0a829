package io.daybook.api.notices;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.eventlog.Replay;
import io.daybook.api.http.Api;
import io.daybook.contractor.ContractorId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NoticesTest {
    private static final String ROSTER =
            "reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap\n";
    private static final String PATH = "/contractors/" + ContractorId.of("ada").value();
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <(notice-[0-9a-f]{32})@daybook>$");
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final MailServer mail = new MailServer();
    private @Nullable RunningDaybook running;
    private int keys;

    @AfterEach
    void close() {
        daybook().close();
        mail.close();
    }

    @Test
    void a_change_is_told_to_the_address_that_was_replaced_first_and_to_the_new_one() {
        running = RunningDaybook.start();
        employ("ada", "ada@home.example");
        employ("bob", "bob@home.example");
        assertThat(notices("finance-maker"))
                .as("a first destination is no change")
                .isEmpty();
        employ("ada", "ada@thief.example");
        change("acct_of_thief");
        assertThat(contacts(notices("finance-checker")))
                .containsExactlyInAnyOrder(
                        "EMAIL_CHANGED a****@home.example true",
                        "EMAIL_CHANGED a****@thief.example false",
                        "DESTINATION_PROPOSED a****@home.example true",
                        "DESTINATION_PROPOSED a****@thief.example false");
        assertThat(as("finance-checker")
                        .post(PATH + "/payout-destination/approve", "{}")
                        .status())
                .isEqualTo(200);
        List<JsonNode> all = notices("auditor");
        assertThat(contacts(all))
                .hasSize(6)
                .contains("DESTINATION_SET a****@home.example true", "DESTINATION_SET a****@thief.example false");
        assertThat(all).allMatch(notice -> notice.path("status").asString().equals("WAITING"));
        assertThat(items(Api.of(daybook()).asContractor("ada"))).hasSize(6);
        assertThat(items(Api.of(daybook()).asContractor("bob"))).isEmpty();
        assertThat(Api.of(daybook()).as("operator").get("//actuator/health").body())
                .contains("spring.mail.host is not set");
    }

    @Test
    void a_letter_is_sent_once_under_an_id_that_no_repeat_and_no_replay_changes() throws Exception {
        running = RunningDaybook.start("--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mail.port());
        employ("ada", "ada@home.example");
        mail.refuseNext(1);
        change("acct_of_thief");
        await(() -> mail.refused().size() == 1);
        Api.of(daybook()).post("/dev/clock", "{\"advance\": \"PT2M\"}");
        await(() -> notices("auditor").getFirst().path("status").asString().equals("SENT"));
        assertThat(mail.taken()).hasSize(1);
        String letter = mail.taken().getFirst();
        assertThat(letter).contains("RCPT TO:<ada@home.example>").doesNotContain("acct_");
        assertThat(idOf(letter)).isEqualTo(idOf(mail.refused().getFirst()));
        assertThat(idOf(letter))
                .isEqualTo(notices("auditor").getFirst().path("id").asString());

        assertThat(daybook()
                        .context()
                        .getBean(Replay.class)
                        .run(new Replay.Wish(true, null), position -> {})
                        .differing())
                .isEmpty();
        daybook().restart();
        Api.of(daybook()).post("/dev/clock", "{\"advance\": \"PT5H\"}");
        change("acct_other");
        await(() -> mail.taken().size() > 1);
        assertThat(mail.taken().stream().map(NoticesTest::idOf))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    private RunningDaybook daybook() {
        return requireNonNull(running);
    }

    private static String idOf(String letter) {
        return MESSAGE_ID
                .matcher(letter)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private void employ(String reference, String email) {
        Api csv = as("finance-maker").with("Content-Type", "text/csv");
        String row = "%s,%s,%s,GB,USD,Atlas,10.00,2026-01-01,,acct_%s_first,allow\n"
                .formatted(reference, reference, email, reference);
        JsonNode accepted = csv.post("/imports?kind=roster", ROSTER + row).json();
        as("finance-maker").get("/operations/" + accepted.path("operation").asString() + "/stream");
        assertThat(as("finance-maker")
                        .get("/imports/" + accepted.path("id").asString())
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    private void change(String destination) {
        Api.Answer answer = as("finance-maker")
                .send("PUT", PATH + "/payout-destination", "{\"payoutDestination\": \"" + destination + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    private Api as(String role) {
        return Api.of(daybook()).as(role).with("Idempotency-Key", "notices-" + ++keys);
    }

    private List<JsonNode> notices(String role) {
        return items(as(role));
    }

    private static List<JsonNode> items(Api who) {
        return List.copyOf(who.get("/notices").json().path("items").values());
    }

    private static Stream<String> contacts(List<JsonNode> notices) {
        return notices.stream()
                .map(notice -> notice.path("kind").asString() + " "
                        + notice.path("contact").asString() + " "
                        + notice.path("former").asBoolean());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
