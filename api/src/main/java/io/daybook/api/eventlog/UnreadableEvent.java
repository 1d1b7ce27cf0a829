package io.daybook.api.eventlog;

/** A stored event that this code cannot read. Following stops here until code that can read it is running. */
public final class UnreadableEvent extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public UnreadableEvent(long position, String type, String why) {
        super("event " + type + " at position " + position + " cannot be read: " + why);
    }
}
