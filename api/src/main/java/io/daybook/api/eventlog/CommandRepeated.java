package io.daybook.api.eventlog;

/** The command id was answered before; the first answer stands in the command log. */
final class CommandRepeated extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandRepeated(String commandId) {
        super("answered before: " + commandId, null, false, false);
    }
}
