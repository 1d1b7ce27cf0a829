/** Accounting periods: calendar months that two people close, and two people open again. */
@NullMarked
package io.daybook.period;

import org.jspecify.annotations.NullMarked;
