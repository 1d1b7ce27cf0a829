/** Writes that may be repeated: the same key and body get the same answer for ever. */
@NullMarked
package io.daybook.api.http.idempotency;

import org.jspecify.annotations.NullMarked;
