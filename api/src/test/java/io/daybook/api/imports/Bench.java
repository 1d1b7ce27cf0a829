package io.daybook.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.EventTypes;
import io.daybook.api.eventlog.Follower;
import io.daybook.api.eventlog.Projector;
import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.api.vault.SecretTable;
import io.daybook.api.vault.TinkPersonVault;
import io.daybook.api.webhooks.ImportNews;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorEvent;
import io.daybook.contractor.ContractorModule;
import io.daybook.contractor.ContractorViews;
import io.daybook.engagement.EngagementEvent;
import io.daybook.engagement.EngagementModule;
import io.daybook.engagement.EngagementViews;
import io.daybook.imports.RowError;
import io.daybook.imports.TimeFormat;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Feature;
import io.daybook.kernel.Hash;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetEvent;
import io.daybook.timesheet.TimesheetModule;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log with contractors, engagements and timesheets, and imports into it. */
final class Bench implements AutoCloseable {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Subject MAKER = new Subject("maker");

    private static final List<Feature> FEATURES =
            List.of(ContractorModule.feature(), EngagementModule.feature(), TimesheetModule.feature());

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final InstantSource clock = InstantSource.system();
    private final EventLog log = EventLog.open(
            database.application(),
            clock,
            FEATURES,
            EventTypes.of(List.of(ContractorEvent.class, EngagementEvent.class, TimesheetEvent.class)));
    private final Projector projector = new Projector(
            database.application(),
            log.reader(),
            FEATURES.stream()
                    .<ReadModel<?>>flatMap(f -> f.readModels().stream())
                    .toList());
    private final Follower follower = new Follower("test-views", log.head(), projector.projected(), projector::step);
    private final ExecutorService workers =
            Executors.newFixedThreadPool(32, Thread.ofVirtual().factory());
    private final SecretTable secrets = new SecretTable(database.application());

    final TinkPersonVault vault = new TinkPersonVault(database.application(), secrets);
    final JdbcClient sql = JdbcClient.create(database.owner());
    final ContractorViews contractors = ContractorModule.views(database.application());
    final EngagementViews engagements = EngagementModule.views(database.application());
    final TimesheetViews timesheets = TimesheetModule.views(database.application(), engagements);
    final ImportStore store = new ImportStore(
            database.application(), new UploadSeal(secrets), new ImportNews(database.application(), clock));
    final Imports imports = new Imports(store, vault, clock);

    /** What every import's orders go through: a test may put something in between. */
    Commands commands = log.commands();

    /** What every import waits for: a test may look on. */
    ProjectionProgress views = projector;

    ImportRecord roster(String text) {
        return run(receive(new ImportRequest(ImportKind.ROSTER, null, BERLIN, null, MAKER), text.getBytes(UTF_8)));
    }

    ImportRecord time(TimeFormat format, String text) {
        return time(format, text.getBytes(UTF_8), null);
    }

    ImportRecord time(TimeFormat format, byte[] bytes, ImportRequest.@Nullable Dates replace) {
        return run(receive(new ImportRequest(ImportKind.TIME, format, BERLIN, replace, MAKER), bytes));
    }

    String receive(ImportRequest request, byte[] bytes) {
        InputStream body = new ByteArrayInputStream(bytes);
        String key = Hash.shortKey(UUID.randomUUID().toString());
        return imports.receive(key, request, body).orElseThrow().id();
    }

    /** Runs in this thread, as far as it goes, and waits for the views. */
    ImportRecord run(String id) {
        ImportWiring wiring = new ImportWiring(
                commands,
                contractors,
                engagements,
                views,
                vault,
                PayCalendar.mondays(BERLIN),
                WorkedIntervals.in(database.application()),
                clock,
                Duration.ofHours(72),
                workers);
        wiring.job(store).run(id, record -> {});
        projector.awaitCaughtUp(Duration.ofSeconds(60));
        return imports.find(id).orElseThrow();
    }

    /** As {@code row column code}, in the order of rows. */
    List<String> errors(ImportRecord record) {
        List<String> errors = new ArrayList<>();
        imports.readErrors(record.id(), (row, error) -> errors.add(said(row, error)));
        return errors;
    }

    private static String said(long row, RowError error) {
        return Stream.of(Long.toString(row), error.column(), error.code())
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    void send(DomainCommand command) {
        String id = "test:" + UUID.randomUUID();
        Outcome outcome = log.commands().send(command, Cause.of(new CommandId(id), MAKER));
        if (outcome instanceof Outcome.Refused(var reason)) throw new AssertionError(reason.message());
        projector.awaitCaughtUp(Duration.ofSeconds(60));
    }

    long number(String query) {
        return sql.sql(query).query((row, n) -> row.getLong(1)).single();
    }

    long events() {
        return number("SELECT count(*) FROM daybook.event_log");
    }

    @Override
    public void close() throws Exception {
        follower.close();
        log.close();
        workers.close();
        database.close();
    }
}
