/** An adapter that shows and sees too much. */
@NullMarked
package io.daybook.architecture.canary.rail.stripe;

import org.jspecify.annotations.NullMarked;
