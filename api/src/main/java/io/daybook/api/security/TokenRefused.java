package io.daybook.api.security;

import org.springframework.security.core.AuthenticationException;

/** A bearer token that is not believed, and why. Nothing of what it says is part of this. */
final class TokenRefused extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final Refusal why;

    TokenRefused(Refusal why) {
        super(why.label());
        this.why = why;
    }

    TokenRefused(Refusal why, Throwable cause) {
        super(why.label(), cause);
        this.why = why;
    }

    /** Why a request was turned away, however deep a library has wrapped it. */
    static Refusal in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof TokenRefused refused) return refused.why;
        return Refusal.MALFORMED;
    }
}
