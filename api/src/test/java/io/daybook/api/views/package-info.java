/** Read models on a real PostgreSQL: what is folded is written, and what is written is read back. */
@NullMarked
package io.daybook.api.views;

import org.jspecify.annotations.NullMarked;
