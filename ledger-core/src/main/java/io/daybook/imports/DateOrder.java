package io.daybook.imports;

/** How a file writes dates that do not begin with the year. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST
}
