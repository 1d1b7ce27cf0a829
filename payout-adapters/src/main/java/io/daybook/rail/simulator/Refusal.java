package io.daybook.rail.simulator;

/** A request that cannot be read as one: thrown while reading it, answered and forgotten. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply.Failed reply;

    Refusal(Reply.Failed reply) {
        super(reply.message(), null, false, false);
        this.reply = reply;
    }

    Reply.Failed reply() {
        return reply;
    }
}
