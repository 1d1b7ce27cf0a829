/** A port like ours. */
@NullMarked
package io.daybook.architecture.canary.rail;

import org.jspecify.annotations.NullMarked;
