package io.daybook.rail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One way for money to leave. Calls block, go over a network and are never made inside a database transaction.
 * Reads throw {@link RailUnavailable} when the provider does not answer, so an empty answer is evidence of absence;
 * {@link #submit} never throws it: not knowing is an answer.
 */
public interface PayoutRail {
    /** Stable and lower-case: the {@code rail} of the API and of every event. */
    String name();

    /**
     * The same rail for looks that nobody waits for, so that they are not in the way of those that somebody does.
     *
     * @param isWanted once it is not, a look under way may end as unanswered
     */
    default PayoutRail unhurried(BooleanSupplier isWanted) {
        return this;
    }

    /** What this rail can carry, per currency; empty where it cannot carry that currency at all. */
    Optional<RailTerms> terms(Currency currency);

    /** Whether money first moves to an account of the contractor's at the provider, and is paid out from there. */
    boolean usesConnectedAccounts();

    /**
     * How long, counted from the first try, an instruction may be sent again under its key. Past it the provider may
     * have forgotten the key and would carry the instruction out anew: only reads are safe then.
     */
    Duration keyLifetime();

    /**
     * Sends one instruction under its key. The same instruction under the same key has one effect, however often it
     * is sent within {@link #keyLifetime}. An amount that is no multiple of the rail's quantum is refused, never
     * rounded.
     */
    RailResult submit(Instruction instruction);

    /**
     * Everything of the instruction's kind at the provider that carries its payout as reference, whatever the
     * attempt, oldest first. Finds what a lost answer left behind.
     */
    List<RailObject> find(Instruction sent, Instant since);

    /**
     * One object as it stands now, by the provider's own id; empty when the provider does not know it.
     *
     * @param within for a payout the connected account that it is paid from, for a reversal the transfer that it
     *     takes back
     */
    Optional<RailObject> fetch(RailObject.Kind kind, String providerId, Optional<String> within);

    /**
     * All that was taken back of one transfer, by us or by others, with our reference or without; by the provider's id of
     * the transfer. Empty on a rail without connected accounts.
     */
    List<RailObject> reversalsOf(String transfer);

    /**
     * Every object that carries a reference of ours and was created at or after {@code since}, oldest first: evidence
     * before the first send after a start.
     *
     * @param connectedAccounts whose payouts are listed, besides those that the listed transfers went to; an account
     *     that the provider no longer gives us access to is left out, since nothing can be sent there either
     */
    List<RailObject> listSince(Instant since, Collection<String> connectedAccounts);

    /** Our own balance. */
    RailBalance balance(Currency currency);

    RailBalance balanceOf(String connectedAccount, Currency currency);

    /**
     * The provider's own book of what moved our balance, in its order, after {@code cursor} (empty: from the start).
     * Limit: 1 to 100 lines.
     */
    RailMovement.Page movementsAfter(Optional<String> cursor, int limit);

    /** The same for the balance of a connected account. */
    RailMovement.Page movementsOf(String connectedAccount, Optional<String> cursor, int limit);

    /** The cursor behind the newest line of our book, for beginning there; empty while the book is. */
    Optional<String> newestMovement();

    /**
     * Checks the signature and age of a webhook and names what it is about; the object itself is fetched again later.
     * Empty when it is forged, stale, from the future or no message at all.
     */
    Optional<RailSignal> verify(String signatureHeader, byte[] body, Instant now);
}
