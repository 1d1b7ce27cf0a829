/** A program that goes past the words. */
@NullMarked
package io.daybook.architecture.canary.api;

import org.jspecify.annotations.NullMarked;
