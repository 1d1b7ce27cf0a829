/** The door: what every answer carries, the container's own refusals too, and how much a caller may ask for. */
@NullMarked
package io.daybook.api.http.edge;

import org.jspecify.annotations.NullMarked;
