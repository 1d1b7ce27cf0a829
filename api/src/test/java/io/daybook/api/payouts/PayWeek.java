package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.calendar.PayCalendar;
import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.Actor;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.PersonalData;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.journal.JournalViews;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A running Daybook with people who have earned something, and two who prepare and check their pay. */
final class PayWeek implements AutoCloseable {
    static final Currency USD = Currencies.of("USD");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final RunningDaybook daybook;
    private final Map<String, Long> earned = new TreeMap<>();
    private final Map<ContractorId, Long> waiting = new HashMap<>();
    private final String rail;
    private int keys;

    PayWeek() {
        this("simulator");
    }

    PayWeek(String rail, String... settings) {
        this.rail = rail;
        daybook = RunningDaybook.start(settings);
    }

    /** Everybody earns another amount. */
    PayWeek people(int count) {
        for (int i = 1; i <= count; i++) work("p" + i, 10_000 + 37L * i);
        awaitEarnings();
        return this;
    }

    void person(String reference, long minor) {
        work(reference, minor);
        awaitEarnings();
    }

    /** Who never worked. */
    void stranger(String reference) {
        register(
                ContractorId.of(reference), reference, bean(InstantSource.class).instant());
    }

    /** One hour at {@code minor} an hour, submitted and approved. */
    private void work(String reference, long minor) {
        ContractorId id = ContractorId.of(reference);
        Instant now = bean(InstantSource.class).instant();
        register(id, reference, now);
        Instant worked = now.minus(Duration.ofDays(1));
        LocalDate date = bean(PayCalendar.class).workDate(worked);
        PayPeriod period = period(worked);
        HourlyRate rate = new HourlyRate(new Money(minor, USD));
        Terms terms = new Terms(USD, null, List.of(new RateVersion(1, rate, date)), null);
        EngagementId engagement = EngagementId.of(id, "Project");
        TimesheetId sheet = TimesheetId.of(engagement, period);
        TimeEntry hour = new TimeEntry(TimeEntryId.of(reference), date, worked, true, 3600, "", null);
        give(new StartEngagement(engagement, "Project", USD, Overlap.ALLOW, null, rate, date, now));
        give(new RecordTimeEntries(sheet, new Opening("Project", period, USD), terms, List.of(hour), now));
        give(new SubmitTimesheet(sheet, new Actor(new Subject("contractor:" + reference), id), now));
        give(new ApproveTimesheet(sheet, 1, Actor.staff(new Subject("lead")), terms, Set.of(), now));
        earned.put("acct_" + reference, minor);
        waiting.put(id, minor);
    }

    private void register(ContractorId id, String reference, Instant now) {
        PersonalData personal = new PersonalData(bean(PersonVault.class));
        give(new RegisterContractor(
                id,
                reference,
                personal.name(id, reference),
                personal.email(id, reference + "@example.org"),
                personal.seal(id, "PT"),
                USD,
                personal.destination(id, "acct_" + reference),
                Set.of(BlockingReason.KYC, BlockingReason.TAX_FORM),
                now));
    }

    /** The earnings follow the approvals on their own. */
    private void awaitEarnings() {
        JournalViews journal = bean(JournalViews.class);
        await("the earnings", () -> {
            var balances = journal.balances(waiting.keySet());
            return waiting.entrySet().stream()
                    .allMatch(entry -> balances.getOrDefault(entry.getKey(), List.of()).stream()
                            .anyMatch(balance -> balance.available().minor() == entry.getValue()));
        });
        waiting.clear();
    }

    private PayPeriod period(Instant at) {
        PayCalendar calendar = bean(PayCalendar.class);
        return calendar.periodOf(calendar.workDate(at));
    }

    void give(DomainCommand command) {
        CommandId id = new CommandId("test:" + command.getClass().getSimpleName() + ":" + command.streamId());
        assertThat(bean(Commands.class).send(command, Cause.of(id, new Subject("tester"))))
                .isInstanceOf(Outcome.Done.class);
    }

    Map<String, Long> earned() {
        return earned;
    }

    long total() {
        return earned.values().stream().mapToLong(Long::longValue).sum();
    }

    <T> T bean(Class<T> type) {
        return daybook.context().getBean(type);
    }

    Api maker() {
        return keyed("finance-maker");
    }

    Api checker() {
        return keyed("finance-checker");
    }

    /** Anew each time: its address changes with a restart. */
    private Api api() {
        return Api.of(daybook);
    }

    private Api keyed(String role) {
        return api().as(role).with("Idempotency-Key", "key-" + ++keys);
    }

    JsonNode post(Api who, String path, @Nullable String body, int status) {
        Api.Answer answer = who.post(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        return answer.json();
    }

    JsonNode get(String path) {
        Api.Answer answer = api().as("finance-maker").get(path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    void fund(long minor) {
        JsonNode topUp = post(
                maker(),
                "/funding",
                "{\"rail\":\"%s\",\"amount\":{\"amount\":%d,\"currency\":\"USD\"},\"reference\":\"top-%d\"}"
                        .formatted(rail, minor, minor),
                201);
        post(checker(), "/funding/" + topUp.path("id").asString() + "/confirm", "{}", 200);
    }

    String draft(String reference) {
        Instant cutoff = bean(InstantSource.class).instant();
        return post(
                        maker(),
                        "/payout-batches",
                        "{\"rail\":\"%s\",\"currency\":\"USD\",\"cutoff\":\"%s\",\"reference\":\"%s\"}"
                                .formatted(rail, cutoff, reference),
                        201)
                .path("id")
                .asString();
    }

    /** Frozen and approved. */
    String approved(String reference) {
        String id = draft(reference);
        String hash = post(maker(), "/payout-batches/" + id + "/freeze", "{}", 200)
                .path("contentHash")
                .asString();
        post(checker(), "/payout-batches/" + id + "/approve", "{\"contentHash\":\"" + hash + "\"}", 200);
        return id;
    }

    void advance(Duration by) {
        post(api().as("finance-maker"), "/dev/clock", "{\"advance\":\"" + by + "\"}", 200);
    }

    /** A funding that was just given may not be seen yet. */
    void releaseOnceFunded(String batch) {
        await(
                "the funding",
                () -> checker()
                                .post("/payout-batches/" + batch + "/release", "{}")
                                .status()
                        == 202);
    }

    void awaitStop(String code) {
        await(
                "the stop",
                () -> get("/rails/" + rail)
                        .path("stopped")
                        .path("code")
                        .asString("")
                        .equals(code));
    }

    JsonNode batch(String id) {
        return get("/payout-batches/" + id);
    }

    /** As the superuser past every key and trigger: what somebody in the database could do. */
    void force(String sql) throws SQLException {
        try (Connection connection = daybook.database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica; " + sql + "; RESET session_replication_role");
        }
    }

    /** Every check of {@code ./daybook integrity}. */
    void assertBooksAreRight() {
        assertThat(bean(ProjectionProgress.class).awaitCaughtUp(PATIENCE)).isTrue();
        JsonNode integrity = get("/ledger/integrity");
        assertThat(integrity.path("violations")).isEmpty();
        assertThat(integrity.path("ok").asBoolean()).isTrue();
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long for " + what).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
    }

    @Override
    public void close() {
        daybook.close();
    }
}
