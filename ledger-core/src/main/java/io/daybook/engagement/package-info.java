/** A contractor on a project: currency, weekly cap, overlap rule, and rates that are superseded, never edited. */
@NullMarked
package io.daybook.engagement;

import org.jspecify.annotations.NullMarked;
