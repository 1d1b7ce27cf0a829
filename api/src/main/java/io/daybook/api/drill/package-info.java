/** Drills: real nodes, a real database and a provider of our own, put through what production will do one day. */
@NullMarked
package io.daybook.api.drill;

import org.jspecify.annotations.NullMarked;
