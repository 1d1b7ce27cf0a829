/** Who calls, what their roles allow, and the clock and tokens that development brings along. */
@NullMarked
package io.daybook.api.security;

import org.jspecify.annotations.NullMarked;
