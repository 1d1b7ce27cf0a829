/** Long work that answers at once and goes on by itself, over restarts, for as long as it takes. */
@NullMarked
package io.daybook.api.operations;

import org.jspecify.annotations.NullMarked;
