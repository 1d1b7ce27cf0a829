/** What the sealed log can show to somebody who does not trust us: bundles to take home, and whether rows and tree still agree. */
@NullMarked
package io.daybook.api.evidence;

import org.jspecify.annotations.NullMarked;
