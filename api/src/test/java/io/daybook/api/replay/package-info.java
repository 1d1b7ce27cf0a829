/** Views that are thrown away under a running Daybook. */
@NullMarked
package io.daybook.api.replay;

import org.jspecify.annotations.NullMarked;
