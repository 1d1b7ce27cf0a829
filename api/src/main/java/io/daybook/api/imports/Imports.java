package io.daybook.api.imports;

import io.daybook.imports.RowError;
import io.daybook.kernel.PersonVault;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports from the outside: hand in a file, ask how far it is, read what it refused. */
public final class Imports {
    private final ImportStore store;
    private final PersonVault vault;
    private final InstantSource clock;

    Imports(ImportStore store, PersonVault vault, InstantSource clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Keeps the file, sealed. The same key with the same request and file answers the import that is there; with another
     * it answers nothing.
     * Errors: UncheckedIOException when the upload breaks off; nothing is kept then.
     *
     * @param key names the request for ever
     */
    public Optional<ImportRecord> receive(String key, ImportRequest request, InputStream file) {
        String id = "import-" + key;
        UploadBody body = new UploadBody(file, vault);
        boolean fresh = store.receive(id, request, body, clock.instant());
        return store.imports()
                .find(id)
                .filter(record -> fresh
                        || record.request().equals(request) && store.imports().hasContent(id, body.digest()));
    }

    public Optional<ImportRecord> find(String id) {
        return store.imports().find(id);
    }

    List<ImportTable.Listed> page(ImportTable.Wanted wanted, ImportTable.@Nullable After after, int limit) {
        return store.imports().page(wanted, after, limit);
    }

    /** Hears of refused rows one by one. */
    public interface ErrorReader {
        void read(long row, RowError error);
    }

    /** In the order of rows, in constant memory; what has no row any more has the number 0. */
    public void readErrors(String id, ErrorReader reader) {
        store.errors().forEachAfter(id, -1, error -> reader.read(error.row(), error.error()));
    }
}
