/** Statements as they are printed. */
@NullMarked
package io.daybook.api.http.money;

import org.jspecify.annotations.NullMarked;
