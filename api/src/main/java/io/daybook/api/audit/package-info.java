/** The log as auditors read it: every event as it was stored, in its one order. */
@NullMarked
package io.daybook.api.audit;

import org.jspecify.annotations.NullMarked;
