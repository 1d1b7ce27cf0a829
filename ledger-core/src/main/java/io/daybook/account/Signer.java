package io.daybook.account;

import io.daybook.contractor.Actor;
import io.daybook.kernel.Subject;

/**
 * Who decides what becomes of a payout.
 *
 * @param directed whether they set the destination it goes to
 */
public record Signer(Actor actor, boolean directed) {
    /** Daybook itself, which carries out what people have decided. */
    public static final Signer DAYBOOK = new Signer(Actor.staff(Subject.SYSTEM), false);

    /** Whether it is their own money, or goes where they said. */
    boolean isPartial(AccountId account) {
        return directed || actor.is(account.contractor());
    }
}
