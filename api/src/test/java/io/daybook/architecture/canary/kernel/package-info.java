/** A kernel that leans on a framework. */
@NullMarked
package io.daybook.architecture.canary.kernel;

import org.jspecify.annotations.NullMarked;
