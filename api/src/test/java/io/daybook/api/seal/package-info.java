/** The sealed log on a real PostgreSQL, and checked by what knows nothing of it. */
@NullMarked
package io.daybook.api.seal;

import org.jspecify.annotations.NullMarked;
