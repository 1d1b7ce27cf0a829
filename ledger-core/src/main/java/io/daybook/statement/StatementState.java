package io.daybook.statement;

/** @param issued whether it was said already: then nothing more is said */
record StatementState(boolean issued) {
    static final StatementState NONE = new StatementState(false);
    static final StatementState ISSUED = new StatementState(true);
}
