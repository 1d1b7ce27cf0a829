package io.daybook.api.http.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Marks a request that a rule decided: its answer stays the same for ever under the request's key. */
public final class Ruled {
    private static final String ATTRIBUTE = Ruled.class.getName();

    private Ruled() {}

    static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, Boolean.TRUE);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }
}
