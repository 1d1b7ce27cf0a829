package io.daybook.rail.simulator;

/** What goes wrong between a caller and the provider with one request. */
public enum Fault {
    /** 429: turned away, nothing carried out, nothing kept under the key. */
    RATE_LIMITED(false),
    /** 409: another request holds the key; nothing carried out. */
    CONFLICT(false),
    /** 401: the credentials are wrong. */
    BAD_KEY(false),
    /** 403 that names no account. */
    FORBIDDEN(false),
    /** The connection breaks before anything was carried out. */
    RESET(false),
    /** Carried out; the connection breaks before the answer. */
    LOST(true),
    /** Carried out; the answer never comes. */
    TIMEOUT(true),
    /** Carried out; half of the answer comes. */
    CUT(true),
    /** Carried out; 200 with a body that is not JSON. */
    GARBAGE(true),
    /** Carried out; a proxy answers 502 with HTML. */
    BAD_GATEWAY(true),
    /** Not carried out; 500, kept under the key and repeated for ever. */
    SAVED_500(true),
    /** Carried out; 500, kept under the key and repeated for ever. */
    SAVED_500_AFTER(true),
    /** Carried out and answered, late. In process it is no different from an answer. */
    DELAYED(true);

    private final boolean reachesTheKeys;

    Fault(boolean reachesTheKeys) {
        this.reachesTheKeys = reachesTheKeys;
    }

    boolean reachesTheKeys() {
        return reachesTheKeys;
    }
}
