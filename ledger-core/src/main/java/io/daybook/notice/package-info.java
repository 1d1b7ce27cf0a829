/** What contractors must be told whoever did it: that where their pay goes was changed, or is about to be. */
@NullMarked
package io.daybook.notice;

import org.jspecify.annotations.NullMarked;
