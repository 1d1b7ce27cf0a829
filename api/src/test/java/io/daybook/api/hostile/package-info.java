/** Requests by somebody who means harm: whatever they send is refused with a code, and nothing is written. */
@NullMarked
package io.daybook.api.hostile;

import org.jspecify.annotations.NullMarked;
