/** Where the parts are put together: which features there are, which events are stored, who follows the log. */
@NullMarked
package io.daybook.api.wiring;

import org.jspecify.annotations.NullMarked;
