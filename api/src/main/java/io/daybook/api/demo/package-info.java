/** The reference operator's pay week, made from a seed and driven through the public API like any client would. */
@NullMarked
package io.daybook.api.demo;

import org.jspecify.annotations.NullMarked;
