package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Move;
import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryView;
import io.daybook.account.EntryUse.Place;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutId;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an entry's amount lies once its moves up to a position have been made: what is used up by fact, in payouts by payout. */
final class Places {
    /** @param position of the fact that used it up; 0 elsewhere @param payout that it is in; null elsewhere */
    record Where(Place place, long position, @Nullable PayoutId payout) {
        static Where at(Place place) {
            return new Where(place, 0, null);
        }
    }

    private final Evidence evidence;
    private final Money zero;
    private final Map<Where, Money> amounts = new LinkedHashMap<>();

    Places(Evidence evidence, Used used, long until) {
        this.evidence = evidence;
        AccountEntryView entry = used.entry();
        this.zero = Money.zero(entry.amount().currency());
        add(Where.at(entry.pendingUntil() == null ? Place.AVAILABLE : Place.PENDING), entry.amount());
        for (Move move : used.moves()) {
            if (move.position() > until) continue;
            add(where(move.use().from(), move.position()), move.use().amount().negated());
            add(where(move.use().to(), move.position()), move.use().amount());
        }
    }

    void add(Where where, Money amount) {
        amounts.merge(where, amount, Money::plus);
    }

    Where where(Place place, long position) {
        return switch (place) {
            case USED -> new Where(place, position, null);
            case IN_PAYOUTS -> new Where(place, 0, payout(position));
            case PENDING, AVAILABLE, HELD -> Where.at(place);
        };
    }

    private @Nullable PayoutId payout(long position) {
        Recorded row = evidence.log.get(position);
        return row != null && row.event() instanceof PayoutEvent event ? event.payout() : null;
    }

    Money in(Place place) {
        Money sum = zero;
        for (Map.Entry<Where, Money> one : amounts.entrySet())
            if (one.getKey().place() == place) sum = sum.plus(one.getValue());
        return sum;
    }

    boolean anyNegative() {
        return amounts.values().stream().anyMatch(Money::isNegative);
    }

    /** Those with anything there. */
    Map<Where, Money> amounts() {
        Map<Where, Money> some = new LinkedHashMap<>(amounts);
        some.values().removeIf(Money::isZero);
        return some;
    }
}
