/** What made an amount, down to the minutes worked: a tree whose every sum is proven, or that says what is missing. */
@NullMarked
package io.daybook.explain;

import org.jspecify.annotations.NullMarked;
