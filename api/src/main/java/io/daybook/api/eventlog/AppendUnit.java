package io.daybook.api.eventlog;

import io.daybook.kernel.RiderTable;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What one order writes, all or nothing. The future completes with the last position once it is durable. */
record AppendUnit(List<EventRow> events, CommandRow command, List<RiderTable> riders, CompletableFuture<Long> written) {
    static AppendUnit of(List<EventRow> events, CommandRow command, List<RiderTable> riders) {
        return new AppendUnit(events, command, riders, new CompletableFuture<>());
    }
}
