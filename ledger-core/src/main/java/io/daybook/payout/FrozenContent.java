package io.daybook.payout;

import io.daybook.money.Money;

/**
 * What a batch's frozen lines come to.
 *
 * @param hash SHA-256 over the chunks' hashes in order, lower-case hex: what an approval names
 */
public record FrozenContent(String hash, int chunks, int lines, Money total) {}
