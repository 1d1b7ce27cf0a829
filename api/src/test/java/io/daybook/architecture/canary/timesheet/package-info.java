/** A feature that does what no feature may. */
@NullMarked
package io.daybook.architecture.canary.timesheet;

import org.jspecify.annotations.NullMarked;
