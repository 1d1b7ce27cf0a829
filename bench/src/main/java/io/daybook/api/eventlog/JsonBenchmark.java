package io.daybook.api.eventlog;

import io.daybook.account.BonusHistory;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.kernel.DomainEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** An event's way into the log's bytes and back. */
@State(Scope.Benchmark)
public class JsonBenchmark {
    private final EventJson json = new EventJson(StoredEvents.types());
    private final DomainEvent event = BonusHistory.events().getLast();
    private final String name = json.nameOf(event);
    private final int revision = json.revisionOf(event);
    private final byte[] bytes = json.write(event);

    @Benchmark
    public byte[] write() {
        return json.write(event);
    }

    @Benchmark
    public DomainEvent read() {
        return json.read(name, revision, bytes, 1);
    }
}
