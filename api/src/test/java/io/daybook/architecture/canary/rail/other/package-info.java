/** Another adapter, for the first to lean on. */
@NullMarked
package io.daybook.architecture.canary.rail.other;

import org.jspecify.annotations.NullMarked;
