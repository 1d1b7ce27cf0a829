package io.daybook.kernel;

/** An order to one stream. Carries everything its decider may look at, its own time included. */
public interface DomainCommand {
    /** The stream this order is for; its prefix up to the first dash names the stream's type. */
    String streamId();
}
