package io.daybook.api.operations;

import io.daybook.api.operations.Operation.Status;
import io.daybook.api.operations.OperationTable.Claimed;
import io.daybook.kernel.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts long work and sees it through: on this node while it lives, on whichever node finds it after that.
 * Each operation runs on a virtual thread; its progress is written a few times a second, and keeps its lease.
 */
@Component
public final class Operations implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Operations.class);
    private static final int AT_ONCE = 8;
    private static final int TICK_MILLIS = 250;
    private static final int TICKS_PER_LEASE_EXTENSION = 16;

    private final OperationTable table;
    private final ObjectProvider<OperationKind> kinds;
    private final Map<String, OperationRun> running = new ConcurrentHashMap<>();
    private ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean started;
    private int ticks;

    public Operations(DataSource dataSource, ObjectProvider<OperationKind> kinds) {
        this.table = new OperationTable(dataSource);
        this.kinds = kinds;
    }

    /**
     * Asks for work of a kind; the same id again changes nothing.
     *
     * @param id opaque, made of the request's key
     * @param input a record that JSON can be made of; holds no personal data
     */
    public Operation start(String id, OperationKind kind, Subject owner, Object input) {
        table.insert(id, kind.name(), owner, JsonMapper.shared().valueToTree(input));
        if (started) ticker.execute(this::takeOver);
        return find(id).orElseThrow();
    }

    public Optional<Operation> find(String id) {
        return table.find(id);
    }

    @Override
    public void start() {
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("operations").daemon().factory());
        workers = Executors.newVirtualThreadPerTaskExecutor();
        started = true;
        var unused = ticker.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        started = false;
        ticker.shutdownNow();
        workers.shutdownNow();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    private void tick() {
        try {
            boolean extend = ++ticks % TICKS_PER_LEASE_EXTENSION == 0;
            running.forEach((id, run) -> {
                if (run.hasChanged()) table.progress(id, run.progress());
                else if (extend) table.extend(id);
            });
            if (extend || ticks == 1) takeOver();
        } catch (DataAccessException e) {
            LOG.warn("the progress of operations could not be written; it will be", e);
        }
    }

    private void takeOver() {
        int free = AT_ONCE - running.size();
        if (!started || free <= 0) return;
        for (Claimed claimed : table.claim(free)) {
            OperationRun run = new OperationRun(claimed.id(), claimed.owner(), claimed.input());
            running.put(claimed.id(), run);
            workers.execute(() -> carryOut(claimed.kind(), run));
        }
    }

    private void carryOut(String kind, OperationRun run) {
        Status status = Status.FAILED;
        try {
            find(kind, run).carryOut(run);
            status = Status.COMPLETED;
        } catch (InterruptedException e) {
            status = Status.RUNNING;
        } catch (OperationFailed e) {
            run.failed(e.item(), e.code(), e.detail());
        } catch (RuntimeException e) {
            if (started) LOG.error("operation {} failed", run.id(), e);
            else status = Status.RUNNING;
            run.failed(run.id(), "internal", "Something went wrong on our side.");
        } finally {
            running.remove(run.id());
            leave(run, status);
        }
        if (started) ticker.execute(this::takeOver);
    }

    private void leave(OperationRun run, Status status) {
        boolean ended = status != Status.RUNNING;
        try {
            if (ended) table.end(run.id(), status, run.progress());
            else table.letGo(run.id());
        } catch (DataAccessException e) {
            LOG.warn("the end of operation {} could not be written: it will be run again", run.id(), e);
        }
    }

    private OperationKind find(String kind, OperationRun run) {
        Map<String, OperationKind> byName =
                kinds.stream().collect(Collectors.toMap(OperationKind::name, Function.identity()));
        OperationKind found = byName.get(kind);
        if (found == null)
            throw new IllegalStateException(
                    run.id() + " is of a kind that is not one of " + List.copyOf(byName.keySet()));
        return found;
    }
}
