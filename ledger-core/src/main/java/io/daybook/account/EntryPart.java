package io.daybook.account;

import io.daybook.money.Money;

/** A part of one account entry. */
public record EntryPart(AccountEntryId entry, Money amount) {}
