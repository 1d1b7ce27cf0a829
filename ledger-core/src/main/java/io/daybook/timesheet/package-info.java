/** The time of one engagement in one pay period: recorded, submitted, approved and priced, locked, corrected. */
@NullMarked
package io.daybook.timesheet;

import org.jspecify.annotations.NullMarked;
