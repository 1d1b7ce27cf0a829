package io.daybook.api.imports;

import io.daybook.api.operations.Operations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts imports that were received just before a crash, so that nobody has been told of them yet. */
@Component
final class ImportPickUp {
    private final ImportStore store;
    private final Operations operations;
    private final ImportOperation importing;

    ImportPickUp(ImportStore store, Operations operations, ImportOperation importing) {
        this.store = store;
        this.operations = operations;
        this.importing = importing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void pickUp() {
        for (String id : store.imports().unfinished())
            store.imports()
                    .find(id)
                    .ifPresent(record -> operations.start(
                            ImportOperation.idFor(id),
                            importing,
                            record.request().actor(),
                            new ImportOperation.Input(id)));
    }
}
