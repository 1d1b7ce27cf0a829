/** Tests of the HTTP side from the outside, against the whole program. */
@NullMarked
package io.daybook.api.http;

import org.jspecify.annotations.NullMarked;
