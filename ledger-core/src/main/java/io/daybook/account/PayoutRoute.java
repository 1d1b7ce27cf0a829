package io.daybook.account;

/**
 * Which rail carries a payout, and out of which of our balances.
 *
 * @param rail the rail's stable name
 */
public record PayoutRoute(String rail, Source source) {
    public enum Source {
        /** Provider balance (1010) to the contractor's connected account (1020), and from there. */
        CONNECTED_ACCOUNT,
        /** Straight from our balance at the provider (1010). */
        PROVIDER_BALANCE,
        /** A file to our own bank (1000). */
        BANK
    }
}
