package io.daybook.imports;

/**
 * Why a row, or a whole file, was not taken. Holds nothing of what the file says, so it may be shown and kept.
 *
 * @param column the column at fault as the format names it; empty where the row as a whole is
 * @param code stable, kebab-case, part of the contract with clients
 */
public record RowError(String column, String code, String message) {}
