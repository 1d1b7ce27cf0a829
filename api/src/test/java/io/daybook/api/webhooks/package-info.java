/** Webhooks out, from the rule about addresses to a consumer that is down for three days. */
@NullMarked
package io.daybook.api.webhooks;

import org.jspecify.annotations.NullMarked;
