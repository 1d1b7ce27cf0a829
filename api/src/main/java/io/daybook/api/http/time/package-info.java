/** Timesheets and pay periods over HTTP, one by one and in bulk. */
@NullMarked
package io.daybook.api.http.time;

import org.jspecify.annotations.NullMarked;
