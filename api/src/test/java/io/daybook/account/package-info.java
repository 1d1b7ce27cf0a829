/** The account's views on a real PostgreSQL, beside the state its rules see. */
@NullMarked
package io.daybook.account;

import org.jspecify.annotations.NullMarked;
