/** Tests of configuration, start and stop, and the running server that other tests of this module use. */
@NullMarked
package io.daybook.api.boot;

import org.jspecify.annotations.NullMarked;
