/** Statements that were issued: what was said to a contractor about a time, and which of their facts it rests on. */
@NullMarked
package io.daybook.statement;

import org.jspecify.annotations.NullMarked;
