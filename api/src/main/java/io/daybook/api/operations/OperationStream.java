package io.daybook.api.operations;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Writes an operation's changes as server-sent events, wherever the work itself is done. */
final class OperationStream {
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int PAUSES_PER_HEARTBEAT = 8;

    private final Operations operations;
    private final JsonMapper json;
    private final PrintWriter out;
    private final BooleanSupplier mayBeRead;

    /** @param mayBeRead whether its reader may still see it; asked every two seconds */
    OperationStream(Operations operations, JsonMapper json, PrintWriter out, BooleanSupplier mayBeRead) {
        this.operations = operations;
        this.json = json;
        this.out = out;
        this.mayBeRead = mayBeRead;
    }

    /** Returns when the operation has ended, or the reader has gone or may no longer see it. */
    void follow(Operation first, long seen) throws InterruptedException {
        Operation current = first;
        long shown = seen;
        for (int pauses = 1; !out.checkError(); pauses++) {
            boolean beat = pauses % PAUSES_PER_HEARTBEAT == 0;
            if (beat && !mayBeRead.getAsBoolean()) return;
            if (current.version() > shown) {
                show(current);
                shown = current.version();
            } else if (beat) {
                out.write(": still here\n\n");
                out.flush();
            }
            if (current.hasEnded()) return;
            Thread.sleep(PAUSE);
            Optional<Operation> next = operations.find(first.id());
            if (next.isEmpty()) return;
            current = next.get();
        }
    }

    private void show(Operation operation) {
        out.write("id: " + operation.version() + "\nevent: progress\ndata: " + json.writeValueAsString(operation)
                + "\n\n");
        out.flush();
    }
}
