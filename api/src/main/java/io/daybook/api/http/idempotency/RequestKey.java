package io.daybook.api.http.idempotency;

import io.daybook.kernel.Hash;
import io.daybook.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What names a request for ever: 26 characters of a–z and 2–7, made of caller, route and {@code Idempotency-Key}. */
public final class RequestKey {
    private static final String ATTRIBUTE = RequestKey.class.getName();
    private static final String ABOUT = ATTRIBUTE + ".about";

    private static final String NONE = ATTRIBUTE + ".none";

    private RequestKey() {}

    /** A request without a key of its own gets a random one: it cannot be repeated. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String key) return key;
        String key = Hash.shortKey(UUID.randomUUID().toString());
        set(request, key);
        return key;
    }

    /** The kept answer holds this person's data, and goes with their key. */
    public static void keepFor(HttpServletRequest request, PersonId person) {
        request.setAttribute(ABOUT, person);
    }

    /** The answer holds what is kept nowhere; a repeat is carried out again, and its orders find that they were done. */
    public static void keepNone(HttpServletRequest request) {
        request.setAttribute(NONE, Boolean.TRUE);
    }

    static boolean keepsNone(HttpServletRequest request) {
        return request.getAttribute(NONE) != null;
    }

    static void set(HttpServletRequest request, String key) {
        request.setAttribute(ATTRIBUTE, key);
    }

    static @Nullable PersonId about(HttpServletRequest request) {
        return request.getAttribute(ABOUT) instanceof PersonId person ? person : null;
    }
}
