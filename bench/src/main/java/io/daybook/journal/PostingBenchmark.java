package io.daybook.journal;

import io.daybook.account.BonusHistory;
import io.daybook.kernel.Projection;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From facts to the rows of the books. */
@State(Scope.Benchmark)
public class PostingBenchmark {
    private static final int EVENTS = 100;

    private final List<Recorded> facts = BonusHistory.facts();
    private final List<Projection<?>> books = JournalModule.feature(ZoneOffset.UTC).readModels().stream()
            .<Projection<?>>map(ReadModel::projection)
            .toList();

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public List<?> post() {
        return books.stream().map(book -> book.fold(facts)).toList();
    }
}
