/** Two calendars: pay periods lock time, accounting months close the journal. */
@NullMarked
package io.daybook.calendar;

import org.jspecify.annotations.NullMarked;
