package io.daybook.journal;

/**
 * A question about the books whose right answer is no row.
 *
 * @param name which invariant, kebab-case
 * @param sql answers one column, {@code detail}: which rows break it and by how much
 */
record Check(String name, String sql) {}
