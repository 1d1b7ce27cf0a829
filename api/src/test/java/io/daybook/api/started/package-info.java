/** The packaged program in a process of its own, where no test library changes how others behave. */
@NullMarked
package io.daybook.api.started;

import org.jspecify.annotations.NullMarked;
