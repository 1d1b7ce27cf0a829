/** A payment provider in memory, in the shape of Stripe Connect, for the demo, for drills and for tests. */
@NullMarked
package io.daybook.rail.simulator;

import org.jspecify.annotations.NullMarked;
