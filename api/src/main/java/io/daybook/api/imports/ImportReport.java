package io.daybook.api.imports;

import io.daybook.api.operations.OperationRun;

/** Tells an operation how far its import is. A run that goes on after a crash first tells what was done before. */
final class ImportReport {
    private final ImportStore store;
    private final OperationRun operation;
    private long done;
    private long lastRow = 1;

    ImportReport(ImportStore store, OperationRun operation) {
        this.store = store;
        this.operation = operation;
    }

    void reached(ImportRecord record) {
        operation.total(record.total());
        operation.done(record.accepted() + record.duplicates() - done);
        done = record.accepted() + record.duplicates();
        store.errors().forEachAfter(record.id(), lastRow, error -> {
            operation.failed(
                    "row " + error.row(), error.error().code(), error.error().message());
            lastRow = error.row();
        });
        if (record.status().ended()) operation.result(ImportJson.of(record));
    }
}
