/** Tests of what files, rows and columns mean. */
@NullMarked
package io.daybook.imports;

import org.jspecify.annotations.NullMarked;
