package io.daybook.api.security;

import io.daybook.api.http.edge.Budget.Share;
import org.springframework.security.core.AuthenticationException;

/** A bearer token that is not even looked at: too many came before it. */
final class TooManyTokens extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Share share;

    TooManyTokens(Share share) {
        super("too many");
        this.share = share;
    }

    Share share() {
        return share;
    }
}
