/** What we owe one contractor in one currency, and every payout of it: the only place that can say yes to money leaving. */
@NullMarked
package io.daybook.account;

import org.jspecify.annotations.NullMarked;
