/** Reads rosters and time exports: which file, which column, which row, and what each one means. */
@NullMarked
package io.daybook.imports;

import org.jspecify.annotations.NullMarked;
