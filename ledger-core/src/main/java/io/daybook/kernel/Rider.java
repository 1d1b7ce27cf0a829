package io.daybook.kernel;

/** Rows that must be written with a command's events or not at all. Implemented by the tables they go to. */
public interface Rider {}
