/** The tree cut into pieces that never change, as C2SP tlog-tiles does it. */
@NullMarked
package io.daybook.audit.tile;

import org.jspecify.annotations.NullMarked;
