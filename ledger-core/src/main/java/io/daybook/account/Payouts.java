package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every payout of an account, and what lies on its connected accounts.
 *
 * @param suspended what came back after it was paid, by the provider's id
 */
record Payouts(
        Currency currency,
        HashTrie<PayoutId, Payout> all,
        Map<Place, OnAccount> connected,
        Map<String, Suspended> suspended) {

    static Payouts none(Currency currency) {
        return new Payouts(currency, HashTrie.empty(), Map.of(), Map.of());
    }

    /** A connected account. */
    record Place(String rail, String index) {
        static Place of(Payout payout) {
            return new Place(payout.terms().route().rail(), payout.destination());
        }
    }

    /** @param claimed what live payouts count on drawing from it */
    record OnAccount(Money balance, Money claimed) {}

    record Suspended(PayoutId payout, String object, Money amount, Instant earnedAt) {}

    Payout get(PayoutId id) {
        return all.find(id).orElseThrow(() -> new IllegalStateException("no " + id));
    }

    OnAccount on(Payout payout) {
        Money zero = Money.zero(currency);
        return connected.getOrDefault(Place.of(payout), new OnAccount(zero, zero));
    }

    /** What lies on a payout's connected account and no other payout counts on. */
    Money unassigned(Payout payout) {
        OnAccount there = on(payout);
        return there.balance().minus(there.claimed().minus(payout.claim())).floorZero();
    }

    Payouts put(Payout next) {
        Money before = all.find(next.id()).map(Payout::claim).orElse(Money.zero(currency));
        Payouts stored = new Payouts(currency, all.with(next.id(), next), connected, suspended);
        return before.equals(next.claim())
                ? stored
                : stored.place(
                        next,
                        there -> new OnAccount(
                                there.balance(), there.claimed().minus(before).plus(next.claim())));
    }

    /** @param change of what lies on the payout's connected account, signed; nothing happens on rails without them */
    Payouts moved(Payout payout, Money change) {
        return payout.isConnected()
                ? place(payout, there -> new OnAccount(there.balance().plus(change), there.claimed()))
                : this;
    }

    /** @param change of what is counted on drawing from the payout's connected account, signed */
    Payouts claimed(Payout payout, Money change) {
        return place(
                payout, there -> new OnAccount(there.balance(), there.claimed().plus(change)));
    }

    private Payouts place(Payout payout, UnaryOperator<OnAccount> change) {
        Map<Place, OnAccount> next = new HashMap<>(connected);
        next.put(Place.of(payout), change.apply(on(payout)));
        return new Payouts(currency, all, Map.copyOf(next), suspended);
    }

    Payouts suspend(Suspended what) {
        Map<String, Suspended> next = new HashMap<>(suspended);
        next.put(what.object(), what);
        return new Payouts(currency, all, connected, Map.copyOf(next));
    }

    Payouts cleared(String object) {
        Map<String, Suspended> next = new HashMap<>(suspended);
        next.remove(object);
        return new Payouts(currency, all, connected, Map.copyOf(next));
    }
}
