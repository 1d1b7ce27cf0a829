package io.daybook.payout.engine;

import io.daybook.account.PayoutId;
import io.daybook.money.Money;
import io.daybook.payout.KnownObject.Taken;
import io.daybook.rail.RailObject;

/** An object at the provider that the log had not meant, and what it was taken in as. @param object the provider's id */
public record TakenIn(String object, RailObject.Kind kind, PayoutId payout, Money amount, Taken as) {}
