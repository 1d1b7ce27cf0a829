/** The log on a real PostgreSQL, with a feature small enough to see through. */
@NullMarked
package io.daybook.api.eventlog;

import org.jspecify.annotations.NullMarked;
