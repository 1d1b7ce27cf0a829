/** Tests of long work. */
@NullMarked
package io.daybook.api.operations;

import org.jspecify.annotations.NullMarked;
