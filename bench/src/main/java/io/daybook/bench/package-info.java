/** Ratios: Daybook against the plainest SQL, and against Axon's own store, by turns on one PostgreSQL. */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
