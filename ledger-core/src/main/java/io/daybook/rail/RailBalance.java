package io.daybook.rail;

import io.daybook.money.Money;

/** Our balance at the provider: only {@code available} can be sent. */
public record RailBalance(Money available, Money pending) {}
