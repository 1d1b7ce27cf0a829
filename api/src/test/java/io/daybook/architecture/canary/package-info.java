/** A little house in which every boundary is broken once, so that each rule is seen to go red. */
@NullMarked
package io.daybook.architecture.canary;

import org.jspecify.annotations.NullMarked;
