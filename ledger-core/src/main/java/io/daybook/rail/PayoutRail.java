package io.daybook.rail;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * One way for money to leave. Calls block, go over a network and are never made inside a database transaction.
 * Reads throw {@link RailUnavailable} when the provider does not answer; {@link #submit} never does: not knowing is an answer.
 */
public interface PayoutRail {
    /** Stable and lower-case: the {@code rail} of the API and of every event. */
    String name();

    /** What this rail can carry, per currency; empty where it cannot carry that currency at all. */
    Optional<RailTerms> terms(Currency currency);

    /** Whether money first moves to an account of the contractor's at the provider, and is paid out from there. */
    boolean usesConnectedAccounts();

    /**
     * Sends one instruction under its key. The same instruction under the same key has one effect, however often it is sent
     * while the provider remembers the key.
     */
    RailResult submit(Instruction instruction);

    /** Everything at the provider that carries this payout as our reference, oldest first. Finds what a lost answer left behind. */
    List<RailObject> findByPayout(String payout, Instant since);

    /** One object as it stands now, by the provider's own id; empty when the provider does not know it. */
    Optional<RailObject> fetch(RailObject.Kind kind, String providerId, Optional<String> connectedAccount);

    /** Every object of ours created at or after {@code since}, oldest first: evidence before the first send after a start. */
    List<RailObject> listSince(Instant since);

    RailBalance balance(Currency currency);

    /** The provider's own book of what moved our balance, in its order, after {@code cursor} (empty: from the start). */
    RailMovement.Page movementsAfter(Optional<String> cursor, int limit);

    /**
     * Checks the signature and age of a webhook and names what it is about; the object itself is fetched again later.
     * Empty when it is forged, stale or from the future.
     */
    Optional<RailSignal> verify(String signatureHeader, byte[] body, Instant now);
}
