package io.daybook.api.webhooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tells listeners that an import has ended: no fact of the log, so it is put down in the transaction that ends it. */
public final class ImportNews {
    /** No fact: whoever listens when it ends is told, from whichever position they began. */
    private static final long AFTER_ANY_BEGINNING = Long.MAX_VALUE;

    private final DataSource source;
    private final OutboxTable outbox;

    public ImportNews(DataSource source, InstantSource clock) {
        this.source = source;
        this.outbox = new OutboxTable(clock);
    }

    /** @param format null for a roster */
    public record Ended(
            String id,
            String kind,
            @Nullable String format,
            boolean failed,
            long accepted,
            long rejected,
            long duplicates) {}

    /** Within the transaction of this thread. */
    public void tell(Ended ended, Instant at) {
        MessageType type = ended.failed() ? MessageType.IMPORT_FAILED : MessageType.IMPORT_COMPLETED;
        String body = Body.of(type, at)
                .with("import", ended.id())
                .with("kind", ended.kind())
                .with("format", ended.format())
                .with("accepted", ended.accepted())
                .with("rejected", ended.rejected())
                .with("duplicates", ended.duplicates())
                .text();
        outbox.write(source, List.of(new Message(AFTER_ANY_BEGINNING, ended.id(), type, body)));
    }
}
