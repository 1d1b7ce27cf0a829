package io.daybook.api.imports;

import io.daybook.imports.ImportRows;
import io.daybook.imports.Opened;
import io.daybook.imports.RosterFile;
import io.daybook.imports.RosterRow;
import io.daybook.imports.RowError;
import io.daybook.imports.TimeFile;
import io.daybook.imports.TimeRow;
import io.daybook.kernel.ProjectionProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one import through: reads the file once for what only the whole of it can say, then row by row. Each chunk is
 * counted in one transaction, so a run that dies is taken up after its last whole chunk; whoever began last is the only
 * one who counts.
 */
final class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RUNS = 50;

    private final ImportStore store;
    private final RowHandler<RosterRow> rosterRows;
    private final RowHandler<TimeRow> timeRows;
    private final ProjectionProgress views;
    private final InstantSource clock;
    private final ExecutorService workers;

    ImportJob(
            ImportStore store,
            RowHandler<RosterRow> rosterRows,
            RowHandler<TimeRow> timeRows,
            ProjectionProgress views,
            InstantSource clock,
            ExecutorService workers) {
        this.store = store;
        this.rosterRows = rosterRows;
        this.timeRows = timeRows;
        this.views = views;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * Returns when the import has ended, whoever ended it, or is in other hands. Errors: whatever stopped it; it may be
     * run again.
     *
     * @param listener hears how far it is after each chunk
     */
    void run(String id, Consumer<ImportRecord> listener) {
        Optional<ImportRecord> begun = store.imports().begin(id);
        if (begun.isPresent()) {
            try {
                carryOut(begun.get(), listener);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        store.imports().find(id).ifPresent(listener);
    }

    private void carryOut(ImportRecord record, Consumer<ImportRecord> listener) throws IOException {
        if (record.run() > RUNS) giveUp(record);
        else
            switch (record.request().kind()) {
                case ROSTER -> roster(record, listener);
                case TIME -> time(record, listener);
            }
    }

    private void roster(ImportRecord record, Consumer<ImportRecord> listener) throws IOException {
        switch (RosterFile.open(store.upload(record.id()))) {
            case Opened.Refused<RosterFile>(RowError error) -> store.fail(record, error, clock.instant());
            case Opened.Readable<RosterFile>(RosterFile file) ->
                rows(record.of(file.rows()), file.read(store.upload(record.id())), rosterRows, listener);
        }
    }

    private void time(ImportRecord record, Consumer<ImportRecord> listener) throws IOException {
        switch (TimeFile.open(record.format(), store.upload(record.id()))) {
            case Opened.Refused<TimeFile>(RowError error) -> store.fail(record, error, clock.instant());
            case Opened.Readable<TimeFile>(TimeFile file) -> {
                InputStream bytes = store.upload(record.id());
                rows(record.of(file.rows()), file.read(bytes, record.request().zone()), timeRows, listener);
            }
        }
    }

    private <T> void rows(
            ImportRecord begun, ImportRows<T> rows, RowHandler<T> handler, Consumer<ImportRecord> listener)
            throws IOException {
        store.imports().setTotal(begun.id(), begun.total());
        listener.accept(begun);
        if (!views.awaitCaughtUp(PATIENCE)) throw new IllegalStateException("the views are far behind the log");
        rows.skip(begun.rows());
        ImportRecord record = begun;
        try (ChunksAhead<T> chunks = new ChunksAhead<>(workers, rows, handler, begun)) {
            for (RowHandler.Prepared chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                Tally tally = chunk.decide();
                if (!store.count(record, tally)) return;
                record = record.and(tally);
                listener.accept(record);
            }
        }
        awaitViews(record);
        store.complete(record, clock.instant());
    }

    /** Whoever sees the end finds the entries; where the views lag too far behind, the end is told all the same. */
    private void awaitViews(ImportRecord record) {
        if (!views.awaitCaughtUp(PATIENCE))
            LOG.atWarn().addKeyValue("import", record.id()).log("an import ends before the views show all of it");
    }

    private void giveUp(ImportRecord record) {
        RowError error = new RowError(
                "", "import-stopped", "The import broke off too often to be tried again; upload the file once more.");
        store.fail(record, error, clock.instant());
    }
}
