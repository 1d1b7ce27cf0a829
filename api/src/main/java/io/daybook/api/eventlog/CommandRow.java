package io.daybook.api.eventlog;

import io.daybook.kernel.Rejection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one order on its way into the log.
 *
 * @param attempt tells our own commit whose answer was lost from a repeat by somebody else
 */
record CommandRow(
        String commandId,
        UUID attempt,
        String stream,
        @Nullable Rejection refusal) {}
