package io.daybook.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Why an order is given: recorded beside every event it leads to.
 *
 * @param origin by which door it came
 * @param commandId names the order for ever
 * @param actor who gives it
 * @param correlation what it belongs to from the outside in (a request, an import, a batch)
 * @param causation the event that led to it, where a policy acts
 */
public record Cause(
        Origin origin,
        CommandId commandId,
        Subject actor,
        @Nullable String correlation,
        @Nullable String causation) {
    /** Asked by somebody, and part of nothing. */
    public static Cause of(CommandId commandId, Subject actor) {
        return new Cause(Origin.REQUEST, commandId, actor, null, null);
    }

    /** The order a policy gives because of {@code event}: repeating the policy repeats the id. */
    public static Cause because(Recorded event, String policy, String target) {
        return new Cause(
                Origin.POLICY,
                new CommandId(policy + ":" + event.position() + ":" + target),
                Subject.SYSTEM,
                event.correlation(),
                event.eventId());
    }
}
