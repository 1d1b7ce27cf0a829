package io.daybook.api.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on groups at the same time, each group in one thread. */
final class SideBySide {
    private SideBySide() {}

    /** Errors: what the first group that failed threw, once every group has ended. */
    static <G> List<Fate> each(ExecutorService workers, Collection<G> groups, Function<G, List<Fate>> work) {
        List<Callable<List<Fate>>> tasks = new ArrayList<>();
        for (G group : groups) tasks.add(() -> work.apply(group));
        List<Fate> fates = new ArrayList<>();
        try {
            for (Future<List<Fate>> done : workers.invokeAll(tasks)) fates.addAll(done.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("an import was interrupted", e);
        }
        return fates;
    }
}
