/** Webhooks out: who is told of what, signed, by way of an outbox that follows the log, and until it was heard. */
@NullMarked
package io.daybook.api.webhooks;

import org.jspecify.annotations.NullMarked;
