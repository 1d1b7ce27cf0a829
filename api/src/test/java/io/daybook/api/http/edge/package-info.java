/** Tests of how much a caller may ask for. */
@NullMarked
package io.daybook.api.http.edge;

import org.jspecify.annotations.NullMarked;
