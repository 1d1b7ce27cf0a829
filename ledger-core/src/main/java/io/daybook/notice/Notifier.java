package io.daybook.notice;

/** The way out to an address. */
public interface Notifier {
    /** Returns once it was taken over for delivery. */
    Result send(Letter letter);

    /**
     * @param messageId the same for every attempt, so that whoever gets it twice can tell
     * @param to in plain text: it is opened for this moment only
     */
    record Letter(String messageId, String to, String subject, String text) {}

    sealed interface Result {
        record Taken() implements Result {}

        /** @param kind of the failure; a message may hold an address */
        record NotTaken(String kind) implements Result {}
    }
}
