package io.daybook.api.drill;

import io.daybook.rail.simulator.Fault;
import io.daybook.rail.simulator.SimulatedProvider;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries a plan out, each act at its time; a long one does not hold up the next. */
record Gust(StormPlan plan, Nodes nodes, DrillDatabase database, SimulatedProvider provider, PrintWriter out) {
    /** Returns when the last act is over. Errors: whatever an act could not do: then the drill itself is broken. */
    void blow() throws InterruptedException {
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> acts = new ArrayList<>();
            for (Act act : plan.acts()) {
                sleepUntil(began + act.at().toNanos());
                acts.add(threads.submit(() -> {
                    carryOut(act);
                    return act;
                }));
            }
            sleepUntil(began + plan.length().toNanos());
            for (Future<?> act : acts) act.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an act of the storm could not be carried out", e.getCause());
        } finally {
            database.wire().calm();
        }
    }

    private void carryOut(Act act) throws InterruptedException {
        tell(act);
        switch (act) {
            case Act.KillNode kill -> nodes.get(kill.node()).kill();
            case Act.FreezeNode freeze -> {
                Node node = nodes.get(freeze.node());
                node.freeze();
                try {
                    Thread.sleep(freeze.length());
                } finally {
                    node.thaw();
                }
            }
            case Act.CrashDatabase crash -> database.crash(crash.down());
            case Act.FreezeDatabase freeze -> database.freeze(freeze.length());
            case Act.CutCommits cut -> database.wire().cutCommits(cut.commits());
            case Act.LoseReads lose -> {
                for (int i = 0; i < lose.reads(); i++) provider.failNextRead(Fault.RESET);
            }
        }
    }

    private void tell(Act act) {
        long seconds = act.at().toSeconds();
        switch (act) {
            case Act.KillNode kill -> out.printf("  +%3d s  kill node %d%n", seconds, kill.node());
            case Act.FreezeNode freeze ->
                out.printf(
                        "  +%3d s  node %d stands still for %d s%n",
                        seconds, freeze.node(), freeze.length().toSeconds());
            case Act.CrashDatabase crash ->
                out.printf(
                        "  +%3d s  PostgreSQL crashes, down for %d ms%n",
                        seconds, crash.down().toMillis());
            case Act.FreezeDatabase freeze ->
                out.printf(
                        "  +%3d s  PostgreSQL stands still for %d ms%n",
                        seconds, freeze.length().toMillis());
            case Act.CutCommits unused -> {}
            case Act.LoseReads unused -> {}
        }
        out.flush();
    }

    private static void sleepUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (left > 0) Thread.sleep(java.time.Duration.ofNanos(left));
    }
}
