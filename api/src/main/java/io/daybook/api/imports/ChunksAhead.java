package io.daybook.api.imports;

import io.daybook.imports.ImportRows;
import io.daybook.imports.Parsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** The rows of a file, chunk by chunk; while one is being decided the next is read and looked up. Never more than one ahead. */
final class ChunksAhead<T> implements AutoCloseable {
    private static final int ROWS_AT_ONCE = 2000;

    private final ExecutorService workers;
    private final ImportRows<T> rows;
    private final RowHandler<T> handler;
    private final ImportRecord record;
    private CompletableFuture<RowHandler.@Nullable Prepared> ahead;

    ChunksAhead(ExecutorService workers, ImportRows<T> rows, RowHandler<T> handler, ImportRecord record) {
        this.workers = workers;
        this.rows = rows;
        this.handler = handler;
        this.record = record;
        this.ahead = CompletableFuture.supplyAsync(this::read, workers);
    }

    /** The chunk whose turn it is; null after the last. Errors: whatever reading it or looking it up threw. */
    RowHandler.@Nullable Prepared next() {
        try {
            RowHandler.Prepared chunk = ahead.join();
            if (chunk != null) ahead = CompletableFuture.supplyAsync(this::read, workers);
            return chunk;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private RowHandler.@Nullable Prepared read() {
        try {
            List<Parsed<T>> chunk = rows.next(ROWS_AT_ONCE);
            return chunk.isEmpty() ? null : handler.prepare(record, chunk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody reads the file any more when this returns; what became of a chunk that nobody waits for is not asked. */
    @Override
    public void close() {
        ahead.handle((chunk, failure) -> null).join();
    }
}
