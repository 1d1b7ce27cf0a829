/** What smells of a stolen token: refused attempts are written down, whoever made them. */
@NullMarked
package io.daybook.api.watch;

import org.jspecify.annotations.NullMarked;
