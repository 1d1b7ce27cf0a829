package io.daybook.funding;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.funding.FundingCommand.AnnounceTopUp;
import io.daybook.funding.FundingCommand.ConfirmTopUp;
import io.daybook.funding.FundingCommand.FollowItem;
import io.daybook.funding.FundingCommand.RecordOpeningBalance;
import io.daybook.funding.FundingCommand.ReserveFunding;
import io.daybook.funding.FundingCommand.SettleFunding;
import io.daybook.funding.FundingEvent.FundingMoved;
import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.FundingEvent.TopUpAnnounced;
import io.daybook.funding.FundingEvent.TopUpSent;
import io.daybook.funding.FundingRejection.AlreadySettled;
import io.daybook.funding.FundingRejection.InsufficientFunding;
import io.daybook.funding.FundingRejection.NeedsSecondPerson;
import io.daybook.funding.FundingRejection.NotPositive;
import io.daybook.funding.FundingRejection.ReferenceTaken;
import io.daybook.funding.FundingRejection.UnknownTopUp;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;

/** The rules about what we have at a provider. */
final class FundingDecider {
    static final Decider<FundingCommand, FundingState, FundingEvent> DECIDER =
            new Decider<>(FundingState.NONE, FundingDecider::decide, FundingDecider::evolve);

    private FundingDecider() {}

    static Decision<FundingEvent> decide(FundingState state, FundingCommand command) {
        return switch (command) {
            case RecordOpeningBalance c ->
                state.opened()
                        ? accept()
                        : accept(new OpeningBalanceRecorded(
                                c.pool(), c.available().floorZero(), c.at()));
            case AnnounceTopUp c -> announce(state, c);
            case ConfirmTopUp c -> confirm(state, c);
            case ReserveFunding c -> reserve(state, c);
            case SettleFunding c -> settle(state, c);
            case FollowItem c ->
                c.amount().isZero() ? accept() : accept(new FundingMoved(c.pool(), c.item(), c.amount(), c.at()));
        };
    }

    private static Decision<FundingEvent> announce(FundingState state, AnnounceTopUp c) {
        if (!c.amount().isPositive()) return reject(new NotPositive(c.pool()));
        FundingState.TopUp known = state.topUps().get(c.topUp());
        if (known == null)
            return accept(new TopUpAnnounced(c.pool(), c.topUp(), c.reference(), c.amount(), c.maker(), c.at()));
        boolean same = known.announced().amount().equals(c.amount())
                && known.announced().maker().equals(c.maker());
        return same ? accept() : reject(new ReferenceTaken(c.topUp()));
    }

    private static Decision<FundingEvent> confirm(FundingState state, ConfirmTopUp c) {
        FundingState.TopUp topUp = state.topUps().get(c.topUp());
        if (topUp == null) return reject(new UnknownTopUp(c.topUp()));
        if (topUp.sent()) return accept();
        if (!c.checker().isSomebody() || topUp.announced().maker().equals(c.checker()))
            return reject(new NeedsSecondPerson(c.topUp()));
        return accept(new TopUpSent(c.pool(), c.topUp(), topUp.announced().amount(), c.checker(), c.at()));
    }

    private static Decision<FundingEvent> reserve(FundingState state, ReserveFunding c) {
        if (state.settled().containsKey(c.batch())) return reject(new AlreadySettled(c.pool(), c.batch()));
        if (state.reserved().containsKey(c.batch())) return accept();
        if (!c.amount().isPositive()) return reject(new NotPositive(c.pool()));
        Money free = new Money(state.free(), c.amount().currency()).floorZero();
        return c.amount().isMoreThan(free)
                ? reject(new InsufficientFunding(c.pool(), free, c.amount()))
                : accept(new FundingReserved(c.pool(), c.batch(), c.amount(), c.at()));
    }

    private static Decision<FundingEvent> settle(FundingState state, SettleFunding c) {
        Money zero = Money.zero(c.spent().currency());
        Long before = state.settled().get(c.batch());
        if (before != null)
            return before == c.spent().minor()
                    ? accept()
                    : accept(new FundingSettled(c.pool(), c.batch(), c.spent(), zero, c.at()));
        Long reserved = state.reserved().get(c.batch());
        if (reserved == null) return accept();
        Money returned = new Money(reserved, zero.currency()).minus(c.spent()).floorZero();
        return accept(new FundingSettled(c.pool(), c.batch(), c.spent(), returned, c.at()));
    }

    static FundingState evolve(FundingState state, FundingEvent event) {
        return switch (event) {
            case OpeningBalanceRecorded e -> state.open().moved(e.available().minor());
            case TopUpAnnounced e -> state.with(new FundingState.TopUp(e, false));
            case TopUpSent e -> sent(state, e);
            case FundingReserved e -> state.reserve(e.batch(), e.amount().minor());
            case FundingSettled e -> state.settle(e.batch(), e.spent().minor());
            case FundingMoved e -> state.moved(e.amount().minor());
        };
    }

    private static FundingState sent(FundingState state, TopUpSent e) {
        FundingState.TopUp known = state.topUps().get(e.topUp());
        return known == null ? state : state.with(new FundingState.TopUp(known.announced(), true));
    }
}
