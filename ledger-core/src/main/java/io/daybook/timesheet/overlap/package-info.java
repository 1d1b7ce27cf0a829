/** Refuses the same hour twice: no contractor's time overlaps across engagements that refuse it. */
@NullMarked
package io.daybook.timesheet.overlap;

import org.jspecify.annotations.NullMarked;
