/** Payout batches: who is paid how much, frozen, approved by a second person and released; and the engine that carries them out. */
@NullMarked
package io.daybook.payout;

import org.jspecify.annotations.NullMarked;
