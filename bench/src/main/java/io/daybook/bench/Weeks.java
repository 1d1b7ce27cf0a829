package io.daybook.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One week after the other of many people, through the API: their hours come in as a file, half of the sheets are approved in
 * bulk, and a batch of everybody is frozen; each against the same rows written by plain SQL, a thousand and a commit.
 */
final class Weeks implements Suite {
    private static final int PEOPLE = 20_000;
    private static final int DAYS = 5;
    private static final double IMPORTED = 0.3;
    private static final double APPROVED = 0.15;
    private static final double FROZEN = 2;
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 1, 5);

    private final List<Double> imported = new ArrayList<>();
    private final List<Double> approved = new ArrayList<>();
    private final List<Double> frozen = new ArrayList<>();

    @Override
    public String name() {
        return "weeks";
    }

    @Override
    public List<Ratio> measure(Ground ground, Pairs pairs) throws Exception {
        Path folder = Files.createTempDirectory("daybook-bench-weeks");
        Payroll payroll = new Payroll(PEOPLE);
        try (Program program = new Program(ground.access(), folder, List.of())) {
            upload(program, "/imports?kind=roster", payroll.roster());
            for (int week = 0; week < pairs.count(); week++)
                measure(ground, program, payroll, FIRST_MONDAY.plusWeeks(week));
        }
        return List.of(
                Ratio.atLeast(
                        IMPORTED, "import of %,d entries, rows a second ÷ raw".formatted(PEOPLE * DAYS), imported),
                Ratio.atLeast(
                        APPROVED, "bulk approval of %,d sheets, rows a second ÷ raw".formatted(PEOPLE / 2), approved),
                Ratio.atMost(FROZEN, "freezing a batch of %,d ÷ writing its rows".formatted(PEOPLE), frozen));
    }

    private void measure(Ground ground, Program program, Payroll payroll, LocalDate monday) throws Exception {
        String hours = payroll.hours(monday, DAYS);
        imported.add(
                1 / against(ground, "import", "", () -> upload(program, "/imports?kind=time&format=daybook", hours)));
        bulk(program, Program.MAKER, "submissions", monday, "OPEN", "");
        String ofOne = ", \"project\": \"" + Payroll.FIRST + "\"";
        approved.add(1
                / against(ground, "approval", "", () -> {
                    long before = head(ground);
                    bulk(program, Program.APPROVER, "approvals", monday, "SUBMITTED", ofOne);
                    awaitEarnings(ground, before, PEOPLE / 2);
                }));
        long before = head(ground);
        bulk(program, Program.APPROVER, "approvals", monday, "SUBMITTED", "");
        awaitEarnings(ground, before, PEOPLE / 2);
        String batch = program.post(Program.MAKER, "/payout-batches", """
                        {"rail": "simulator", "currency": "USD", "cutoff": "%s"}
                        """.formatted(Instant.now()))
                .path("id")
                .asString();
        frozen.add(against(ground, "freezing", batch, () -> {
            JsonNode done = program.post(Program.MAKER, "/payout-batches/" + batch + "/freeze", "{}");
            if (!done.path("status").asString().equals("FROZEN")) throw new IllegalStateException("not frozen");
            int lines = done.path("totals").path("lines").asInt();
            if (lines != PEOPLE) throw new IllegalStateException(lines + " lines were frozen");
        }));
        program.post(Program.MAKER, "/payout-batches/" + batch + "/cancel", "{}");
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Our time divided by that of writing the same rows; of a batch its lines in the views as well. */
    private static double against(Ground ground, String what, String batch, Work work) throws Exception {
        long before = head(ground);
        long began = System.nanoTime();
        work.run();
        double ours = (System.nanoTime() - began) / 1e9;
        Again again = new Again(ground).log(before, head(ground));
        if (!batch.isEmpty()) again.table("view.payout_batch_line", "batch = '%s' ORDER BY line".formatted(batch));
        double raw = again.write();
        System.err.printf(Locale.ROOT, "  %s: %.2f s, %,d rows raw %.2f s%n", what, ours, again.rows(), raw);
        return ours / raw;
    }

    private static long head(Ground ground) throws SQLException {
        return Long.parseLong(ground.text("SELECT coalesce(max(position), 0) FROM daybook.event_log"));
    }

    private static void upload(Program program, String path, String file) throws Exception {
        String id = program.upload(Program.MAKER, path, file).path("id").asString();
        JsonNode done = program.awaitCompleted(Program.MAKER, "/imports/" + id);
        if (done.path("rejected").asInt() != 0) throw new IllegalStateException("rejected: " + done);
    }

    private static void bulk(Program program, String role, String what, LocalDate monday, String status, String more)
            throws Exception {
        String filter = "{\"filter\": {\"status\": \"%s\", \"period\": \"%s\"%s}}".formatted(status, monday, more);
        String id = program.post(role, "/timesheets/" + what, filter).path("id").asString();
        JsonNode done = program.awaitCompleted(role, "/operations/" + id);
        if (done.path("failed").asInt() != 0) throw new IllegalStateException("failed: " + done);
    }

    /** An approval is whole once its earnings are posted. */
    private static void awaitEarnings(Ground ground, long after, int count) throws Exception {
        String earnings =
                "SELECT count(*) FROM daybook.event_log WHERE type = 'EarningsPosted' AND position > " + after;
        while (Long.parseLong(ground.text(earnings)) < count) Thread.sleep(50);
    }
}
