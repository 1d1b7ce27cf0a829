/** The access's views on a real PostgreSQL, beside the state its rules see. */
@NullMarked
package io.daybook.access;

import org.jspecify.annotations.NullMarked;
