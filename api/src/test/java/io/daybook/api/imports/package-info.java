/** Imports end to end on a real PostgreSQL. */
@NullMarked
package io.daybook.api.imports;

import org.jspecify.annotations.NullMarked;
