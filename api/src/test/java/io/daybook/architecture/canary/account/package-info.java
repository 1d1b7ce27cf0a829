/** A feature that knows the other one, which knows it. */
@NullMarked
package io.daybook.architecture.canary.account;

import org.jspecify.annotations.NullMarked;
