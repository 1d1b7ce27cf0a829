package io.daybook.account;

/** How a provider's fact disagrees with our log. Each opens a break. */
public enum MismatchKind {
    /** It names a payout that this account never had. */
    UNKNOWN_PAYOUT,
    /** The provider moved another amount, or another currency, than we asked for. */
    AMOUNT_DIFFERS,
    /** It carries our reference and lies on an account that is not the approved one: it is nobody's progress. */
    DESTINATION_DIFFERS,
    /** A second object for what needed one. */
    DUPLICATE,
    /** An object that paid nobody turned up for an attempt that was over. */
    FOUND_WITHOUT_EFFECT,
    /** A refusal of what the provider has carried out. */
    CONTRADICTED,
    /** A transfer or its reversal for a payout whose rail has no connected accounts. */
    NOT_ON_THIS_RAIL,
    /** More was taken from a connected account than our log has on it. */
    CONNECTED_BALANCE_SHORT
}
