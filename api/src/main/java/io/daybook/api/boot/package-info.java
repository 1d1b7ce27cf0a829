/** From the command line to a running server: configuration, the database made ready, and a stop in good order. */
@NullMarked
package io.daybook.api.boot;

import org.jspecify.annotations.NullMarked;
