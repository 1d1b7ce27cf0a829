package io.daybook.api.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token's {@code roles} may say. */
public enum Role {
    FINANCE_MAKER,
    FINANCE_CHECKER,
    APPROVER,
    AUDITOR,
    OPERATOR,
    ADMIN,
    CONTRACTOR;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a role that Daybook does not know: it gives nothing. */
    public static Optional<Role> find(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
