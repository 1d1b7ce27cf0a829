/** Exact money: whole minor units of one currency, exact sums, one split, one rate. */
@NullMarked
package io.daybook.money;

import org.jspecify.annotations.NullMarked;
