/** Tests of the provider in memory. */
@NullMarked
package io.daybook.rail.simulator;

import org.jspecify.annotations.NullMarked;
