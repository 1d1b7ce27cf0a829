package io.daybook.access;

/** A role as tokens write it, such as {@code finance-maker}. */
public record RoleName(String value) {
    public RoleName {
        if (!value.matches("[a-z][a-z-]{0,39}")) throw new IllegalArgumentException("not the name of a role");
    }
}
