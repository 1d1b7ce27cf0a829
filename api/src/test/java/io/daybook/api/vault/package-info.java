/** Tests of the vault over a real database. */
@NullMarked
package io.daybook.api.vault;

import org.jspecify.annotations.NullMarked;
