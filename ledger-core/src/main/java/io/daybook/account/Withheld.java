package io.daybook.account;

/** What was kept back from a contractor for somebody else. */
public enum Withheld {
    TAX,
    DEDUCTION
}
