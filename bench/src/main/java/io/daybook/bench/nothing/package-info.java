/** A program without code, to start against. */
@NullMarked
package io.daybook.bench.nothing;

import org.jspecify.annotations.NullMarked;
