package io.daybook.api.demo;

import io.daybook.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/** One pay week from the time tracker's file to money paid, through the public API, two people at every gate. */
final class DemoRun {
    private static final String MAKER = "finance-maker";
    private static final String CHECKER = "finance-checker";
    private static final String APPROVER = "approver";
    private static final int DAYS_IN_WHICH_MONEY_COMES_BACK = 8;
    private static final Duration STILL = Duration.ofSeconds(3);
    private static final List<String> UNSENT = List.of("waiting", "reserved", "submitting");
    private static final List<String> UNRESOLVED =
            List.of("waiting", "reserved", "submitting", "unknown", "provenAbsent", "accepted", "inTransit");

    private final DemoClient api;
    private final Progress progress;
    private final ReferenceWeek week;

    DemoRun(DemoClient api, Progress progress, ReferenceWeek week) {
        this.api = api;
        this.progress = progress;
        this.week = week;
    }

    /** Plays the week; answers what it came to, with every check's result. */
    DemoResult play(Path folder) throws InterruptedException {
        long started = System.nanoTime();
        Path roster = folder.resolve("roster.csv");
        Path time = folder.resolve("time.csv");
        ReferenceWeek.Expected expected = week.write(roster, time);
        JsonNode people = upload("Roster", "/imports?kind=roster", roster);
        JsonNode worked = upload("Time export", "/imports?kind=time&format=clockify&zone=UTC", time);
        delete(roster, time);
        String period = week.from().toString();
        bulk("Submit timesheets", MAKER, "/timesheets/submissions", Map.of("status", "OPEN", "period", period));
        bulk("Approve timesheets", APPROVER, "/timesheets/approvals", Map.of("status", "SUBMITTED", "period", period));
        earnings(expected);
        fund(expected);
        JsonNode batch = pay();
        settle(batch.path("id").asString());
        return new DemoResult.Reader(
                        api, expected, people, worked, batch.path("id").asString())
                .read(Duration.ofNanos(System.nanoTime() - started));
    }

    private JsonNode upload(String step, String path, Path file) throws InterruptedException {
        progress.begin(step);
        JsonNode accepted = api.upload(MAKER, path, file);
        api.follow(MAKER, accepted.path("operation").asString(), this::show);
        JsonNode result = api.get(MAKER, "/imports/" + accepted.path("id").asString());
        progress.end("%,d rows, %,d accepted, %,d rejected"
                .formatted(
                        result.path("rows").asLong(),
                        result.path("accepted").asLong(),
                        result.path("rejected").asLong()));
        return result;
    }

    private void bulk(String step, String role, String path, Map<String, String> filter) throws InterruptedException {
        progress.begin(step);
        JsonNode operation = api.post(role, path, Map.of("filter", filter));
        JsonNode done = api.follow(role, operation.path("id").asString(), this::show);
        progress.end("%,d of %,d"
                .formatted(
                        done.path("done").asLong() - done.path("failed").asLong(),
                        done.path("total").asLong()));
    }

    private void show(JsonNode operation) {
        progress.at(operation.path("done").asLong(), operation.path("total").asLong());
    }

    private void earnings(ReferenceWeek.Expected expected) throws InterruptedException {
        progress.begin("Earnings");
        api.await("posting the earnings", () -> {
            long owed = -balance("2000");
            progress.at(owed / 100, expected.earned().minor() / 100);
            return owed >= expected.earned().minor();
        });
        progress.end(DemoResult.dollars(-balance("2000")) + " owed to contractors");
    }

    private void fund(ReferenceWeek.Expected expected) throws InterruptedException {
        progress.begin("Fund the rail");
        Money amount = expected.earned().plus(Money.of(10_000_00, "USD"));
        JsonNode topUp = api.post(
                MAKER, "/funding", Map.of("rail", "simulator", "amount", money(amount), "reference", "demo-top-up"));
        api.post(CHECKER, "/funding/" + topUp.path("id").asString() + "/confirm", Map.of());
        api.await(
                "the top-up",
                () -> api.get(MAKER, "/rails/simulator")
                                .path("available")
                                .path("amount")
                                .asLong()
                        >= amount.minor());
        progress.end(DemoResult.dollars(amount.minor()) + " available at the provider");
    }

    private JsonNode pay() throws InterruptedException {
        progress.begin("Payout batch");
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("rail", "simulator");
        draft.put("currency", "USD");
        draft.put("cutoff", week.from().plusDays(7) + "T00:00:00Z");
        draft.put("minimum", money(Money.of(100, "USD")));
        draft.put("reference", "week-" + week.from());
        String id = api.post(MAKER, "/payout-batches", draft).path("id").asString();
        JsonNode frozen = api.post(MAKER, "/payout-batches/" + id + "/freeze", Map.of());
        String hash =
                api.get(CHECKER, "/payout-batches/" + id).path("contentHash").asString();
        api.post(CHECKER, "/payout-batches/" + id + "/approve", Map.of("contentHash", hash));
        progress.end("%,d payouts, %s, approved by a second person"
                .formatted(
                        frozen.path("totals").path("lines").asLong(),
                        DemoResult.dollars(frozen.path("totals")
                                .path("amount")
                                .path("amount")
                                .asLong())));
        api.post(CHECKER, "/payout-batches/" + id + "/release", Map.of());
        return api.get(MAKER, "/payout-batches/" + id);
    }

    /** Sends everything, plays the days in which banks answer, then those in which money still comes back. */
    private void settle(String batch) throws InterruptedException {
        progress.begin("Payouts");
        long lines = batch(batch).path("totals").path("lines").asLong();
        api.await("sending the payouts", () -> {
            long unsent = count(batch(batch), UNSENT);
            progress.at(lines - unsent, lines);
            return unsent == 0;
        });
        api.await("the banks' answers", () -> {
            advance(Duration.ofHours(12));
            releaseAbsent();
            return isQuiet() && count(batch(batch), UNRESOLVED) == 0;
        });
        for (int day = 0; day < DAYS_IN_WHICH_MONEY_COMES_BACK; day++) {
            advance(Duration.ofDays(1));
            api.await("what came back", this::isQuiet);
        }
        JsonNode counts = atRest(batch);
        progress.end("%,d paid, %,d refused or failed, %,d returned after paid"
                .formatted(
                        counts.path("paid").asLong(),
                        counts.path("rejected").asLong() + counts.path("failed").asLong(),
                        counts.path("failedAfterPaid").asLong()
                                + counts.path("returned").asLong()));
    }

    /** Messages of the provider may still be on their way to the inbox: the counts once nothing has changed for a while. */
    private JsonNode atRest(String batch) throws InterruptedException {
        AtomicReference<JsonNode> last = new AtomicReference<>(batch(batch).path("counts"));
        AtomicLong since = new AtomicLong(System.nanoTime());
        api.await("the last messages", () -> {
            JsonNode now = batch(batch).path("counts");
            if (!now.equals(last.getAndSet(now)) || !isQuiet()) since.set(System.nanoTime());
            return System.nanoTime() - since.get() > STILL.toNanos();
        });
        return last.get();
    }

    /** What was looked for and is not there is sent anew once a person says so. */
    private void releaseAbsent() {
        for (JsonNode payout : api.get(MAKER, "/payouts?status=PROVEN_ABSENT").path("items"))
            api.post(CHECKER, "/payouts/" + payout.path("id").asString() + "/release", Map.of());
    }

    private void advance(Duration by) {
        api.post(MAKER, "/dev/clock", Map.of("advance", by.toString()));
    }

    private boolean isQuiet() {
        return api.get(MAKER, "/rails/simulator").path("inboxWaiting").asLong() == 0;
    }

    private static long count(JsonNode batch, List<String> statuses) {
        return statuses.stream()
                .mapToLong(status -> batch.path("counts").path(status).asLong())
                .sum();
    }

    private JsonNode batch(String id) {
        return api.get(MAKER, "/payout-batches/" + id);
    }

    private long balance(String account) {
        return DemoResult.balance(api.get(MAKER, "/ledger/trial-balance"), account);
    }

    private static Map<String, Object> money(Money money) {
        return Map.of("amount", money.minor(), "currency", money.currency().getCurrencyCode());
    }

    private static void delete(Path... files) {
        try {
            for (Path file : files) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalDate lastFullWeek(LocalDate today) {
        return today.with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
                .minusWeeks(1);
    }
}
