/** What we have at a provider: opening balance, top-ups, what batches reserve, and the provider's own items, posted once each. */
@NullMarked
package io.daybook.funding;

import org.jspecify.annotations.NullMarked;
