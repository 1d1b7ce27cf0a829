/** Tests of how a repeated request is known. */
@NullMarked
package io.daybook.api.http.idempotency;

import org.jspecify.annotations.NullMarked;
