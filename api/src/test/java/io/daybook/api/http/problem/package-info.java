/** Tests of the table of problems. */
@NullMarked
package io.daybook.api.http.problem;

import org.jspecify.annotations.NullMarked;
