package io.daybook.api.imports;

import io.daybook.api.operations.OperationFailed;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.kernel.Hash;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An import as long work: goes on until the import has ended, whatever breaks off in between. */
final class ImportOperation implements OperationKind {
    private static final Logger LOG = LoggerFactory.getLogger(ImportOperation.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ImportStore store;
    private final ImportJob job;

    ImportOperation(ImportStore store, ImportJob job) {
        this.store = store;
        this.job = job;
    }

    /** What the operation keeps. */
    record Input(String importId) {}

    /** The only operation an import ever has. */
    static String idFor(String importId) {
        return "operation-" + Hash.shortKey("import", importId);
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public void carryOut(OperationRun run) throws InterruptedException {
        String id = run.input(Input.class).importId();
        ImportReport report = new ImportReport(store, run);
        Duration pause = Duration.ofSeconds(1);
        while (!tried(id, report)) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        failWith(id);
    }

    /** An import that failed takes its operation with it. */
    private void failWith(String id) {
        if (store.imports().find(id).orElseThrow().status() != ImportStatus.FAILED) return;
        store.errors().forEachAfter(id, 0, error -> {
            throw new OperationFailed(
                    "row " + error.row(), error.error().code(), error.error().message());
        });
    }

    private boolean tried(String id, ImportReport report) throws InterruptedException {
        try {
            job.run(id, report::reached);
            return store.hasEnded(id);
        } catch (RuntimeException e) {
            if (Thread.interrupted()) throw new InterruptedException("an import goes on after the restart");
            LOG.atWarn().setCause(e).addKeyValue("import", id).log("an import broke off and is tried again");
            return false;
        }
    }
}
