package io.daybook.api.payouts;

import io.daybook.money.Money;

/** Takes a confirmed top-up to its provider, where that is in our hands; the same reference again changes nothing. */
@FunctionalInterface
interface TopUpCarrier {
    void carry(String rail, Money amount, String reference);
}
