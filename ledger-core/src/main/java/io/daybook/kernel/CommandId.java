package io.daybook.kernel;

/** Names one order for ever: the same id again answers the first outcome and changes nothing. */
public record CommandId(String value) {
    public CommandId {
        if (value.isBlank() || value.length() > 200)
            throw new IllegalArgumentException("a command id has 1 to 200 characters");
    }
}
