/** What falls due by time alone: nobody asks for it, so it is looked for. */
@NullMarked
package io.daybook.api.due;

import org.jspecify.annotations.NullMarked;
