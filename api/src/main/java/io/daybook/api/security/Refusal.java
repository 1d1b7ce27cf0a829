package io.daybook.api.security;

import java.util.Locale;

/** Why security turns a request away: what is logged and counted. The caller is told less. */
enum Refusal {
    NO_TOKEN,
    /** No token at all: not even its header can be read, or its claims are no JSON. */
    MALFORMED,
    TOO_LARGE,
    ENCRYPTED,
    /** Unsigned, or signed by an algorithm that is not on the list. */
    ALGORITHM,
    /** Demands by {@code crit} what nobody here understands, or says by {@code typ} that it is something else. */
    HEADER,
    /** Signed by a key that is not among the issuer's. */
    UNKNOWN_KEY,
    SIGNATURE,
    ISSUER,
    AUDIENCE,
    NO_EXPIRY,
    EXPIRED,
    NOT_YET_VALID,
    /** Names nobody, or somebody whose name is Daybook's own to give. */
    SUBJECT,
    /** Claims of the wrong type: roles that are no list of texts. */
    CLAIMS,
    UNKNOWN_API_KEY,
    API_KEY_NOT_APPROVED,
    API_KEY_EXPIRED,
    API_KEY_REVOKED,
    /** Nobody can tell whether it is genuine: the issuer's keys could not be read. */
    ISSUER_UNREACHABLE,
    /** Nobody can tell what they may do: the database did not answer. */
    NO_ANSWER,
    /** Known, but without a role that the route wants. */
    ROLE;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is we who cannot tell, and the same token may be good in a moment. */
    boolean isOurs() {
        return this == ISSUER_UNREACHABLE || this == NO_ANSWER;
    }
}
