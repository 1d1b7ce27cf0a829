package io.daybook.api.http.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Marks a request that is answered from views which lack what was acknowledged before it: not to find is no answer then. */
public final class StaleViews {
    private static final String ATTRIBUTE = StaleViews.class.getName();

    private StaleViews() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }

    static ProblemException instead(ProblemException found, HttpServletRequest request) {
        boolean isStale = request.getAttribute(ATTRIBUTE) != null;
        return isStale && found.isNotFound()
                ? ProblemException.of(
                        "projection-behind", "The views do not show everything yet; ask again in a moment.")
                : found;
    }
}
