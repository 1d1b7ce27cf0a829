package io.daybook.api.imports;

import static io.daybook.imports.TimeFormat.CLOCKIFY;
import static io.daybook.imports.TimeFormat.HARVEST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimeImportTest {
    private static final String ROSTER = """
            reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap
            C-1,Ada Lovelace,ada@x.example,GB,USD,Atlas,100.00,2026-01-01,40,acct_1,refuse
            C-1,Ada Lovelace,ada@x.example,GB,USD,Borealis,100.00,2026-01-01,,acct_1,refuse
            C-1,Ada Lovelace,ada@x.example,GB,USD,Open,100.00,2026-01-01,,acct_1,allow
            C-2,Jo Smith,jo@x.example,GB,USD,Atlas,50.00,2026-01-01,,acct_2,allow
            C-3,Jo Smith,jo2@x.example,GB,USD,Atlas,50.00,2026-01-01,,acct_3,allow
            """;
    private static final String HARVEST_HEADER =
            "Date,Client,Project,Task,Notes,Hours,Approved?,First Name,Last Name,Employee Id\n";
    private static final String CLOCKIFY_HEADER = "Project,Description,User,Email,Start Date,Start Time,End Date,"
            + "End Time,Duration (h),Duration (decimal)\n";

    private final Bench bench = new Bench();

    @BeforeEach
    void people() {
        assertThat(bench.roster(ROSTER).accepted()).isEqualTo(5);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void people_are_found_by_mail_else_by_employee_id_else_by_name() {
        ImportRecord byMail = bench.time(CLOCKIFY, CLOCKIFY_HEADER + timed("Open", "Nobody", "ADA@x.example", "09:00"));
        assertThat(byMail.accepted()).isEqualTo(1);
        ImportRecord others = bench.time(
                HARVEST,
                HARVEST_HEADER
                        + "2026-03-02,X,Atlas,,,1,No,Nobody,Known,C-2\n"
                        + "2026-03-02,X,Open,,,1,No,ada,LOVELACE,\n"
                        + "2026-03-02,X,Atlas,,,1,No,Jo,Smith,\n"
                        + "2026-03-02,X,Atlas,,,1,No,No,One,\n"
                        + "2026-03-02,X,Unheard,,,1,No,,,C-2\n"
                        + "2025-12-31,X,Atlas,,,1,No,,,C-2\n");
        assertThat(bench.errors(others))
                .containsExactly(
                        "4 Employee Id ambiguous-contractor",
                        "5 Employee Id unknown-contractor",
                        "6 Project unknown-engagement",
                        "7 Date no-rate");
        assertThat(others.accepted()).isEqualTo(2);
        assertThat(List.of(others.rows(), others.rejected(), others.duplicates()))
                .containsExactly(6L, 4L, 0L);
    }

    @Test
    void the_same_or_an_overlapping_export_changes_nothing_and_twins_both_count() {
        String row = "2026-03-02,X,Atlas,Build,same,1,No,,,C-2\n";
        ImportRecord first = bench.time(HARVEST, HARVEST_HEADER + row + row);
        assertThat(first.accepted()).isEqualTo(2);
        long events = bench.events();
        assertThat(bench.time(HARVEST, HARVEST_HEADER + row + row).duplicates()).isEqualTo(2);
        String flipped =
                row.replace(",No,", ",Yes,").replace(",X,", ",Renamed,").replace("same", "  same ");
        assertThat(bench.time(HARVEST, HARVEST_HEADER + flipped).duplicates()).isEqualTo(1);
        assertThat(bench.events()).isEqualTo(events);
        ImportRecord third = bench.time(HARVEST, HARVEST_HEADER + row + row + row);
        assertThat(List.of(third.duplicates(), third.accepted())).containsExactly(2L, 1L);
        assertThat(seconds("C-2")).isEqualTo(3 * 3600);
    }

    @Test
    void an_import_ends_only_when_the_views_show_what_it_did() {
        List<Long> takenAtEachWait = new ArrayList<>();
        bench.views = new Watched(bench.views, () -> takenAtEachWait.add(bench.number("""
                SELECT coalesce(sum(accepted), 0) FROM daybook.import WHERE status = 'RUNNING'
                """)));
        bench.time(HARVEST, HARVEST_HEADER + "2026-03-02,X,Atlas,Build,n,1,No,,,C-2\n");
        assertThat(takenAtEachWait).containsExactly(0L, 1L);
    }

    /** Tells of every wait before it begins. */
    private record Watched(ProjectionProgress views, Runnable onWait) implements ProjectionProgress {
        @Override
        public long projectedPosition() {
            return views.projectedPosition();
        }

        @Override
        public boolean shows(String streams) {
            return views.shows(streams);
        }

        @Override
        public boolean await(long position, Duration timeout) {
            return views.await(position, timeout);
        }

        @Override
        public boolean isWithin(Duration age) {
            return views.isWithin(age);
        }

        @Override
        public boolean awaitCaughtUp(Duration timeout) {
            onWait.run();
            return views.awaitCaughtUp(timeout);
        }
    }

    @Test
    void hours_exclude_each_other_across_projects_that_refuse_overlap_and_the_earlier_row_wins() {
        ImportRecord done = bench.time(
                CLOCKIFY,
                CLOCKIFY_HEADER
                        + timed("Atlas", "", "ada@x.example", "09:00")
                        + timed("Borealis", "", "ada@x.example", "09:30")
                        + timed("Borealis", "", "ada@x.example", "10:00")
                        + timed("Open", "", "ada@x.example", "09:30")
                        + timed("Atlas", "", "ada@x.example", "09:59"));
        assertThat(bench.errors(done)).containsExactly("3 Start Date overlap", "6 Start Date overlap");
        ImportRecord later = bench.time(CLOCKIFY, CLOCKIFY_HEADER + timed("Atlas", "", "ada@x.example", "10:30"));
        assertThat(bench.errors(later)).containsExactly("2 Start Date overlap");
    }

    @Test
    void who_lost_to_a_row_that_was_refused_itself_is_taken() {
        String long39 = "Atlas,,,ada@x.example,2026-03-02,08:00:00,,,24:00:00,\n"
                + "Atlas,,,ada@x.example,2026-03-03,08:00:00,,,15:00:00,\n";
        ImportRecord done = bench.time(
                CLOCKIFY,
                CLOCKIFY_HEADER
                        + long39
                        + "Atlas,,,ada@x.example,2026-03-05,08:00:00,,,02:00:00,\n"
                        + "Borealis,,,ada@x.example,2026-03-05,09:00:00,,,01:00:00,\n");
        assertThat(bench.errors(done)).containsExactly("4 Duration (h) over-cap");
        assertThat(done.accepted()).isEqualTo(3);
    }

    @Test
    void time_for_an_approved_sheet_is_locked_out_and_a_repeat_is_a_duplicate_still() {
        String row = "2026-03-02,X,Atlas,,one,1,No,,,C-2\n";
        bench.time(HARVEST, HARVEST_HEADER + row);
        TimesheetView sheet = bench.timesheets.page(Filter.ALL, null, 10).getFirst();
        bench.send(new SubmitTimesheet(sheet.id(), Actor.staff(Bench.MAKER), Instant.now()));
        ImportRecord late = bench.time(HARVEST, HARVEST_HEADER + row.replace("one", "late"));
        assertThat(late.accepted()).isEqualTo(1);
        TimesheetView submitted = bench.timesheets.byId(sheet.id()).orElseThrow();
        assertThat(submitted.status()).isEqualTo(TimesheetStatus.SUBMITTED);
        assertThat(submitted.revision()).isGreaterThan(sheet.revision());
        bench.send(new ApproveTimesheet(
                sheet.id(),
                submitted.revision(),
                Actor.staff(new Subject("approver")),
                bench.engagements.byId(sheet.id().engagement()).orElseThrow().terms(),
                Set.of(),
                Instant.now()));
        ImportRecord locked = bench.time(HARVEST, HARVEST_HEADER + row + row.replace("one", "two"));
        assertThat(locked.duplicates()).isEqualTo(1);
        assertThat(bench.errors(locked)).containsExactly("3 Date period-locked");
    }

    @Test
    void what_an_export_no_longer_holds_is_listed_and_stays() {
        String row = "2026-03-02,X,Atlas,,one,1,No,,,C-2\n";
        String gone = "2026-03-03,X,Atlas,,two,1,No,,,C-2\n" + "2026-03-03,X,Atlas,,two,1,No,,,C-2\n";
        String outside = "2026-03-09,X,Atlas,,three,1,No,,,C-2\n";
        bench.time(HARVEST, HARVEST_HEADER + row + gone + outside);
        byte[] again = (HARVEST_HEADER + row + gone.substring(gone.length() / 2)).getBytes(UTF_8);
        ImportRecord done =
                bench.time(HARVEST, again, new ImportRequest.Dates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 8)));
        assertThat(bench.errors(done)).containsExactly("0 Date gone-at-source");
        assertThat(List.of(done.rows(), done.duplicates(), done.rejected())).containsExactly(2L, 2L, 0L);
        assertThat(seconds("C-2")).isEqualTo(4 * 3600);
    }

    @Test
    void a_file_that_cannot_be_read_fails_with_one_line_and_leaves_nothing() {
        long events = bench.events();
        ImportRecord failed = bench.time(HARVEST, "Date,Project\n2026-03-02,Atlas\n");
        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.rows()).isZero();
        assertThat(bench.errors(failed)).containsExactly("1 Hours missing-column");
        assertThat(bench.errors(bench.time(HARVEST, ""))).containsExactly("1 empty-file");
        assertThat(bench.events()).isEqualTo(events);
        assertThat(bench.number("SELECT count(*) FROM daybook.import_chunk")).isZero();
    }

    @Test
    void an_upload_is_sealed_while_it_lies_and_gone_when_the_import_has_ended() {
        String text = HARVEST_HEADER + "2026-03-02,X,Atlas,,a secret note,1,No,,,C-2\n";
        ImportRequest request = new ImportRequest(ImportKind.TIME, HARVEST, Bench.BERLIN, null, Bench.MAKER);
        String id = bench.receive(request, text.getBytes(UTF_8));
        assertThat(bench.number("SELECT count(*) FROM daybook.import_chunk")).isEqualTo(1);
        assertThat(
                        bench.number(
                                "SELECT count(*) FROM daybook.import_chunk WHERE position('secret' IN encode(sealed, 'escape')) > 0"))
                .isZero();
        assertThat(bench.run(id).accepted()).isEqualTo(1);
        for (String table : List.of("import_chunk", "import_seen", "import_applied"))
            assertThat(bench.number("SELECT count(*) FROM daybook." + table)).isZero();
        assertThat(bench.number("SELECT count(*) FROM daybook.event_log"
                        + " WHERE position('secret' IN encode(payload, 'escape')) > 0"))
                .isZero();
    }

    @Test
    void the_same_export_twice_at_the_same_time_counts_every_row_once() throws Exception {
        StringBuilder text = new StringBuilder(CLOCKIFY_HEADER);
        for (int day = 1; day <= 28; day++)
            for (int hour = 10; hour < 18; hour++)
                text.append("Borealis,,,ada@x.example,2026-03-%02d,%d:00:00,,,00:59:59,\n".formatted(day, hour));
        byte[] bytes = text.toString().getBytes(UTF_8);
        ImportRequest request = new ImportRequest(ImportKind.TIME, CLOCKIFY, Bench.BERLIN, null, Bench.MAKER);
        List<String> ids = List.of(bench.receive(request, bytes), bench.receive(request, bytes));
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Callable<ImportRecord>> runs = ids.stream()
                    .<Callable<ImportRecord>>map(id -> () -> bench.run(id))
                    .toList();
            long accepted = 0;
            long duplicates = 0;
            for (Future<ImportRecord> run : nodes.invokeAll(runs)) {
                accepted += run.get().accepted();
                duplicates += run.get().duplicates();
            }
            assertThat(List.of(accepted, duplicates)).containsExactly(224L, 224L);
        }
        assertThat(seconds("C-1")).isEqualTo(224 * 3599);
    }

    private static String timed(String project, String name, String email, String start) {
        return project + ",," + name + "," + email + ",2026-03-02," + start + ":00,,,01:00:00,1.00\n";
    }

    private long seconds(String reference) {
        Filter theirs = new Filter(null, null, null, ContractorId.of(reference), null);
        return bench.timesheets.page(theirs, null, 100).stream()
                .mapToLong(TimesheetView::seconds)
                .sum();
    }
}
