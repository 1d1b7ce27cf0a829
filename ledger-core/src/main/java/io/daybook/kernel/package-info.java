/** The words every feature speaks: command, event, decision, rejection, outcome, recorded fact, sealed value. */
@NullMarked
package io.daybook.kernel;

import org.jspecify.annotations.NullMarked;
