package io.daybook.access;

/** One proposal to give roles. */
public record GrantId(String value) {
    private static final String PREFIX = "grant-";

    public GrantId {
        if (!value.startsWith(PREFIX)) throw new IllegalArgumentException("not a grant's id");
    }

    /** @param request names the request that proposes it, for ever */
    public static GrantId of(String request) {
        return new GrantId(PREFIX + request);
    }
}
