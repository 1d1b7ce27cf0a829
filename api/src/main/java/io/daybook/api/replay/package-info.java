/** Rebuilding every view from the log, as long work that says how far it is. */
@NullMarked
package io.daybook.api.replay;

import org.jspecify.annotations.NullMarked;
