/** Imports as jobs: an upload is kept sealed, read in chunks, turned into orders, and taken up again after a crash. */
@NullMarked
package io.daybook.api.imports;

import org.jspecify.annotations.NullMarked;
