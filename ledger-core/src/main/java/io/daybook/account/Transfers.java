package io.daybook.account;

import io.daybook.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What a payout's transfers brought to the connected account.
 *
 * @param assumed posted because a later step showed it, its object not seen yet
 * @param seen by the provider's id
 * @param reversals the provider's ids of what was taken back
 */
record Transfers(Money assumed, Map<String, Seen> seen, Map<String, Money> reversals) {
    record Seen(Money amount, Money reversed) {
        Money left() {
            return amount.minus(reversed);
        }
    }

    Transfers assume(Money amount) {
        return new Transfers(assumed.plus(amount), seen, reversals);
    }

    Transfers identify(String object, Money amount) {
        return new Transfers(assumed.minus(amount), see(object, amount), reversals);
    }

    Transfers found(String object, Money amount) {
        return new Transfers(assumed, see(object, amount), reversals);
    }

    Transfers reverse(String reversal, String object, Money amount) {
        Seen before = seen.getOrDefault(object, new Seen(amount, Money.zero(amount.currency())));
        Map<String, Money> ids = new HashMap<>(reversals);
        ids.put(reversal, amount);
        Map<String, Seen> all = new HashMap<>(seen);
        all.put(object, new Seen(before.amount(), before.reversed().plus(amount)));
        return new Transfers(assumed, Map.copyOf(all), Map.copyOf(ids));
    }

    private Map<String, Seen> see(String object, Money amount) {
        Money zero = Money.zero(amount.currency());
        Seen before = seen.getOrDefault(object, new Seen(zero, zero));
        Map<String, Seen> all = new HashMap<>(seen);
        all.put(object, new Seen(before.amount().plus(amount), before.reversed()));
        return Map.copyOf(all);
    }
}
