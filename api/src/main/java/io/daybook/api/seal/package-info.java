/** Seals the log: computes its tree beside the commands, signs it, and lays the evidence down outside the database. */
@NullMarked
package io.daybook.api.seal;

import org.jspecify.annotations.NullMarked;
