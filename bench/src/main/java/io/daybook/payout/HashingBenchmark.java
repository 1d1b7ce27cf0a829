package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a checker's approval binds to: the hash over a thousand lines. */
@State(Scope.Benchmark)
public class HashingBenchmark {
    private static final int LINES = LinesChunk.MOST_LINES;

    private final LinesChunk chunk = new LinesChunk(
            PayoutBatchId.of("week"),
            1,
            IntStream.rangeClosed(1, LINES).mapToObj(HashingBenchmark::line).toList());

    private static BatchLine line(int number) {
        ContractorId who = ContractorId.of("person-" + number);
        return new BatchLine(
                number,
                AccountId.of(who, Currencies.of("USD")),
                Money.of(100 + number, "USD"),
                new PayoutDestination(1, new Findable(new Sealed(who.person(), new byte[64]), "acct-" + number)));
    }

    @Benchmark
    @OperationsPerInvocation(LINES)
    public String hash() {
        return chunk.hash();
    }
}
