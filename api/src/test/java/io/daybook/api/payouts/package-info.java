/** Payouts from outside, and the engine against a simulated provider. */
@NullMarked
package io.daybook.api.payouts;

import org.jspecify.annotations.NullMarked;
