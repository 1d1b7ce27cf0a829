/** The books: every fact that moves money as a balanced entry, and what they come to at any date and any knowledge. */
@NullMarked
package io.daybook.journal;

import org.jspecify.annotations.NullMarked;
