package io.daybook.api.imports;

import io.daybook.api.imports.ImportedEntryTable.Gone;
import io.daybook.api.webhooks.ImportNews;
import io.daybook.imports.RowError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything an import keeps, each step of it in one transaction. */
final class ImportStore {
    /** The header: what is wrong with a file is said of its first record. */
    private static final long HEADER = 1;

    /** What has no row any more comes before all rows. */
    private static final long NO_ROW = 0;

    private final TransactionTemplate transaction;
    private final ImportTable imports;
    private final UploadTable uploads;
    private final ErrorTable errors;
    private final ImportedEntryTable entries;
    private final SeenTable seen;
    private final AppliedTable applied;
    private final ImportNews news;

    ImportStore(DataSource dataSource, UploadSeal seal, ImportNews news) {
        this.news = news;
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        imports = new ImportTable(dataSource);
        uploads = new UploadTable(dataSource, seal);
        errors = new ErrorTable(dataSource);
        entries = new ImportedEntryTable(dataSource);
        seen = new SeenTable(dataSource);
        applied = new AppliedTable(dataSource);
    }

    /**
     * Keeps request and upload, both or neither; false when there is an import of that id already.
     * Errors: UncheckedIOException when the upload breaks off.
     */
    boolean receive(String id, ImportRequest request, UploadBody body, Instant at) {
        return inOne(() -> {
            if (!imports.insert(id, request, at)) return false;
            try {
                uploads.store(id, body.stream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            imports.setContent(id, body.digest());
            return true;
        });
    }

    boolean hasEnded(String id) {
        return imports.find(id).filter(record -> record.status().ended()).isPresent();
    }

    InputStream upload(String id) {
        return uploads.open(id);
    }

    ImportTable imports() {
        return imports;
    }

    ErrorTable errors() {
        return errors;
    }

    ImportedEntryTable entries() {
        return entries;
    }

    SeenTable seen() {
        return seen;
    }

    AppliedTable applied() {
        return applied;
    }

    /** Counts a chunk and keeps its errors; false, and nothing kept, when the import is in other hands. */
    boolean count(ImportRecord before, Tally tally) {
        return inOne(() -> {
            if (!imports.advance(before, tally)) return false;
            errors.insert(before.id(), tally.errors());
            seen.add(before.id(), tally.seen());
            return true;
        });
    }

    /** Ends an import whose file could not be read. */
    boolean fail(ImportRecord record, RowError error, Instant at) {
        return inOne(() -> {
            if (!imports.end(record, ImportStatus.FAILED, at)) return false;
            errors.insert(record.id(), List.of(new Fate.Rejected(HEADER, error)));
            forget(record.id());
            tell(record.id(), at);
            return true;
        });
    }

    boolean complete(ImportRecord record, Instant at) {
        return inOne(() -> {
            if (!imports.end(record, ImportStatus.COMPLETED, at)) return false;
            Optional.ofNullable(record.request().replace()).ifPresent(range -> listGone(record, range));
            forget(record.id());
            tell(record.id(), at);
            return true;
        });
    }

    private void tell(String id, Instant at) {
        ImportJson ended = ImportJson.of(imports.find(id).orElseThrow());
        news.tell(
                new ImportNews.Ended(
                        id,
                        ended.kind(),
                        ended.format(),
                        ended.status() == ImportStatus.FAILED,
                        ended.accepted(),
                        ended.rejected(),
                        ended.duplicates()),
                at);
    }

    private void listGone(ImportRecord record, ImportRequest.Dates range) {
        List<Gone> page = entries.gone(record, range, Gone.BEFORE_ALL);
        while (!page.isEmpty()) {
            errors.insert(
                    record.id(), page.stream().map(gone -> gone(record, gone)).toList());
            page = entries.gone(record, range, page.getLast());
        }
    }

    private static Fate.Rejected gone(ImportRecord record, Gone gone) {
        String message = "Entry " + gone.twin().entry().value() + " of " + gone.workDate()
                + " was imported before and is not in this file; take it back by a correction if it should go.";
        return TimeRowHandler.rejected(record, NO_ROW, "gone-at-source", message);
    }

    private void forget(String id) {
        uploads.delete(id);
        seen.delete(id);
        applied.delete(id);
    }

    /** A step that answers whether it was taken. */
    private interface Step {
        boolean take();
    }

    private boolean inOne(Step step) {
        return Boolean.TRUE.equals(transaction.execute(status -> step.take()));
    }
}
