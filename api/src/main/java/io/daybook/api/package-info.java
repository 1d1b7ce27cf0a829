/** The program: wiring and commands. */
@NullMarked
package io.daybook.api;

import org.jspecify.annotations.NullMarked;
