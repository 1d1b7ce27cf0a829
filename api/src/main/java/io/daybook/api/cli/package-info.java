/** The commands of {@code ./daybook}: one class each. */
@NullMarked
package io.daybook.api.cli;

import org.jspecify.annotations.NullMarked;
