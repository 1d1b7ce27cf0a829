/** Payouts from outside: batches and their payouts, rails and their funding, webhooks, and the engine that works behind. */
@NullMarked
package io.daybook.api.payouts;

import org.jspecify.annotations.NullMarked;
