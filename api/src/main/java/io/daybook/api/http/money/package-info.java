/** What contractors are owed over HTTP: adjustments, balances, statements. */
@NullMarked
package io.daybook.api.http.money;

import org.jspecify.annotations.NullMarked;
