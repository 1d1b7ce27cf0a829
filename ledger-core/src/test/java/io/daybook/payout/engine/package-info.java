/** The engine's pure parts. */
@NullMarked
package io.daybook.payout.engine;

import org.jspecify.annotations.NullMarked;
