package io.daybook.account;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.PersonId;

/** What has happened to one account. Amounts are above zero and in its currency unless they say otherwise. */
public sealed interface AccountEvent extends DomainEvent permits EntryEvent, PayoutEvent {
    AccountId account();

    @Override
    default String streamId() {
        return account().value();
    }

    @Override
    default PersonId person() {
        return account().contractor().person();
    }
}
