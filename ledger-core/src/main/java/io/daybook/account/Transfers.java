package io.daybook.account;

import io.daybook.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a payout's transfers brought to the connected account.
 *
 * @param assumed posted because a later step showed it, its object not seen yet
 * @param seen by the provider's id
 * @param reversals the provider's ids of what was taken back
 * @param reversing what we asked to be taken back and do not know of yet; null when nothing
 * @param reversalsBegun how often we asked
 */
record Transfers(
        Money assumed,
        Map<String, Seen> seen,
        Map<String, Money> reversals,
        @Nullable Reversing reversing,
        int reversalsBegun) {
    record Reversing(int attempt, String transfer, Money amount) {}

    static Transfers none(Currency currency) {
        return new Transfers(Money.zero(currency), Map.of(), Map.of(), null, 0);
    }

    record Seen(Money amount, Money reversed) {
        Money left() {
            return amount.minus(reversed);
        }
    }

    Transfers assume(Money amount) {
        return new Transfers(assumed.plus(amount), seen, reversals, reversing, reversalsBegun);
    }

    Transfers identify(String object, Money amount) {
        return new Transfers(assumed.minus(amount), see(object, amount), reversals, reversing, reversalsBegun);
    }

    Transfers found(String object, Money amount) {
        return new Transfers(assumed, see(object, amount), reversals, reversing, reversalsBegun);
    }

    Transfers reverse(String reversal, String object, Money amount) {
        Seen before = seen.getOrDefault(object, new Seen(amount, Money.zero(amount.currency())));
        Map<String, Money> ids = new HashMap<>(reversals);
        ids.put(reversal, amount);
        Map<String, Seen> all = new HashMap<>(seen);
        all.put(object, new Seen(before.amount(), before.reversed().plus(amount)));
        return new Transfers(assumed, Map.copyOf(all), Map.copyOf(ids), reversing, reversalsBegun);
    }

    Transfers begin(Reversing asked) {
        return new Transfers(assumed, seen, reversals, asked, asked.attempt());
    }

    Transfers ended() {
        return new Transfers(assumed, seen, reversals, null, reversalsBegun);
    }

    private Map<String, Seen> see(String object, Money amount) {
        Money zero = Money.zero(amount.currency());
        Seen before = seen.getOrDefault(object, new Seen(zero, zero));
        Map<String, Seen> all = new HashMap<>(seen);
        all.put(object, new Seen(before.amount().plus(amount), before.reversed()));
        return Map.copyOf(all);
    }
}
