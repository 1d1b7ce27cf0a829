/** The books as finance reads them: trial balance, accounts, journal, and whether they are whole. */
@NullMarked
package io.daybook.api.books;

import org.jspecify.annotations.NullMarked;
