/** Personal data at rest: one key per person, keys that all nodes share, and blind indexes to find people by. */
@NullMarked
package io.daybook.api.vault;

import org.jspecify.annotations.NullMarked;
