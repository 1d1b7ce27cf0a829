package io.daybook.api.http.time;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.operations.OperationRun;
import io.daybook.api.watch.Watch;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Commands;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Origin;
import io.daybook.kernel.Outcome;
import io.daybook.timesheet.TimesheetView.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Sends one order per timesheet, many at a time. The ids are the operation's, so that a resumed one repeats harmlessly. */
final class BulkOrders {
    static final int CHUNK = 1_000;
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Commands commands;
    private final Consequences consequences;
    private final Watch watch;

    BulkOrders(Commands commands, Consequences consequences, Watch watch) {
        this.commands = commands;
        this.consequences = consequences;
        this.watch = watch;
    }

    /** So that the filter sees what was written before the operation began, and readers what it has led to. */
    void awaitViews() {
        if (!consequences.awaitAll(PATIENCE)) throw new IllegalStateException("the views are too far behind");
    }

    /** Returns when each of the chunk has been carried out or refused. */
    void send(OperationRun run, List<Revision> chunk, Function<Revision, DomainCommand> order)
            throws InterruptedException {
        commands.expect(chunk.stream().map(sheet -> sheet.id().value()).toList());
        Semaphore room = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (Revision sheet : chunk) {
                room.acquire();
                sent.add(threads.submit(() -> {
                    try {
                        send(run, sheet, order.apply(sheet));
                    } finally {
                        room.release();
                    }
                }));
            }
            for (Future<?> one : sent) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an order of " + run.id() + " could not be given", e.getCause());
        }
    }

    private void send(OperationRun run, Revision sheet, DomainCommand order) {
        CommandId id = new CommandId(run.id() + ":" + sheet.id().value() + ":" + sheet.revision());
        switch (commands.send(order, new Cause(Origin.BULK, id, run.owner(), run.id(), null))) {
            case Outcome.Done done -> run.done(1);
            case Outcome.Refused(var reason) -> {
                String target = sheet.id().value();
                watch.refused(run.owner(), reason.code(), order.getClass().getSimpleName() + " in bulk", target);
                run.failed(target, reason.code(), reason.message());
            }
        }
    }
}
