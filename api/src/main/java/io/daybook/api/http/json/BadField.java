package io.daybook.api.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value that has the right shape and is still not possible. */
public final class BadField extends MismatchedInputException {
    private final String code;
    private final String detail;

    public BadField(JsonParser parser, String code, String detail) {
        super(parser, detail);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
