package io.daybook.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.imports.TimeFormat;
import io.daybook.kernel.Commands;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Real exports through the log, killed on the way or not, come to the figures worked out elsewhere. */
class RealImportTest {
    private static final Path DATA = Path.of(System.getProperty("daybook.test-data", "../../shared/data"))
            .resolve("time");

    @Test
    void a_harvest_export_killed_again_and_again_counts_every_row_once() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] export = file("sip-harvest.csv");
        try (Bench bench = new Bench()) {
            assertThat(bench.roster(text("sip-roster.csv")).accepted()).isEqualTo(156);
            String id = bench.receive(harvest(), export);
            int kills = 0;
            Commands log = bench.commands;
            for (int orders = 200; unfinished(bench, id); orders += 500) {
                bench.commands = dying(log, random.nextInt(orders), random.nextBoolean());
                try {
                    bench.run(id);
                } catch (IllegalStateException killed) {
                    kills++;
                }
            }
            bench.commands = log;
            assertThat(kills).as("seed %s", seed).isPositive();
            assertThat(totals(bench.imports.find(id).orElseThrow()))
                    .as("seed %s", seed)
                    .containsExactly(12_299L, 11_547L, 752L, 0L);
            assertThat(bench.errors(bench.imports.find(id).orElseThrow()))
                    .hasSize(752)
                    .allMatch(e -> e.endsWith("Hours over-24h"));
            sums(bench, 146_468_700, 491_201_767);
            long events = bench.events();
            assertThat(totals(bench.time(TimeFormat.HARVEST, export, null)))
                    .containsExactly(12_299L, 0L, 752L, 11_547L);
            String flipped = new String(export, StandardCharsets.UTF_8)
                    .replace(",No,Yes,Developer", ",No,No,Developer")
                    .replace(",SiP,", ",Another client,");
            assertThat(totals(bench.time(TimeFormat.HARVEST, flipped))).containsExactly(12_299L, 0L, 752L, 11_547L);
            assertThat(bench.events()).isEqualTo(events);
        }
    }

    @Test
    void a_clockify_export_comes_to_its_figures() throws Exception {
        try (Bench bench = new Bench()) {
            assertThat(bench.roster(text("cesaw-org-c-roster.csv")).accepted()).isEqualTo(204);
            ImportRecord done = bench.time(TimeFormat.CLOCKIFY, file("cesaw-org-c-clockify.csv"), null);
            assertThat(totals(done)).containsExactly(42_449L, 42_240L, 209L, 0L);
            sums(bench, 98_686_260, 350_245_664);
        }
    }

    private static void sums(Bench bench, long seconds, long cents) {
        long worked = 0;
        long earned = 0;
        List<TimesheetView> page = bench.timesheets.page(Filter.ALL, null, 500);
        while (!page.isEmpty()) {
            for (TimesheetView sheet : page) {
                worked += sheet.seconds();
                earned += sheet.amount().minor();
            }
            page = bench.timesheets.page(Filter.ALL, page.getLast().id(), 500);
        }
        assertThat(worked).isEqualTo(seconds);
        assertThat(earned).isEqualTo(cents);
    }

    private static boolean unfinished(Bench bench, String id) {
        return !bench.imports.find(id).orElseThrow().status().ended();
    }

    /** Carries out {@code orders} orders, then none; the last is carried out or not, and not answered. */
    private static Commands dying(Commands log, int orders, boolean lastIsCarriedOut) {
        AtomicInteger left = new AtomicInteger(orders);
        return (command, cause, riders) -> {
            int now = left.getAndDecrement();
            if (now > 0) return log.send(command, cause, riders);
            if (now == 0 && lastIsCarriedOut) log.send(command, cause, riders);
            throw new IllegalStateException("killed");
        };
    }

    private static List<Long> totals(ImportRecord record) {
        return List.of(record.rows(), record.accepted(), record.rejected(), record.duplicates());
    }

    private static ImportRequest harvest() {
        return new ImportRequest(ImportKind.TIME, TimeFormat.HARVEST, Bench.BERLIN, null, Bench.MAKER);
    }

    private static String text(String name) throws IOException {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "the test data is not here: " + file);
        return Files.readAllBytes(file);
    }
}
