/** Tests of the command line, from the shell scripts in. */
@NullMarked
package io.daybook.api.cli;

import org.jspecify.annotations.NullMarked;
