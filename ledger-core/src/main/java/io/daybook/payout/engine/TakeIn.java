package io.daybook.payout.engine;

import io.daybook.account.AccountCommand.AdoptObject;
import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.KnownObject.Taken;
import io.daybook.payout.PayoutBatchCommand.NoteStrayObject;
import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes in what the provider carries and the log never meant, because a person says so: as facts of the payout whose line
 * and destination it names, else as a stray that nothing explains.
 */
final class TakeIn {
    private final PayoutRail rail;
    private final EngineViews views;
    private final PersonVault vault;
    private final Orders orders;
    private final InstantSource clock;

    TakeIn(PayoutRail rail, EngineViews views, PersonVault vault, Orders orders, InstantSource clock) {
        this.rail = rail;
        this.views = views;
        this.vault = vault;
        this.orders = orders;
        this.clock = clock;
    }

    private record Line(AccountId account, PayoutDestination destination) {}

    /** Transfers before the payouts that drew on them. */
    List<TakenIn> takeIn(Iterable<RailObject> unknown, Subject actor) {
        List<RailObject> inOrder = new ArrayList<>();
        unknown.forEach(inOrder::add);
        inOrder.sort(Comparator.comparing(RailObject::kind));
        return inOrder.stream()
                .flatMap(object -> Sightings.payoutOf(object).map(payout -> takeIn(object, payout, actor)).stream())
                .toList();
    }

    private TakenIn takeIn(RailObject object, PayoutId payout, Subject actor) {
        Optional<Line> line = line(payout).filter(known -> leadsThere(known, object));
        DomainCommand order = line.<DomainCommand>map(known -> new AdoptObject(
                        known.account(), payout, rail.name(), Sightings.fact(object, clock.instant()), clock.instant()))
                .orElseGet(() -> stray(object, payout, actor));
        orders.by(actor, order, PayoutBatchId.of(payout).value());
        return new TakenIn(
                object.providerId(),
                object.kind(),
                payout,
                object.amount(),
                line.isPresent() ? Taken.OF_PAYOUT : Taken.STRAY);
    }

    private Optional<Line> line(PayoutId payout) {
        boolean here = views.batches()
                .byId(PayoutBatchId.of(payout))
                .filter(batch -> batch.rail().equals(rail.name()))
                .isPresent();
        if (!here) return Optional.empty();
        return views.accounts()
                .payout(payout)
                .map(known -> new Line(known.account(), known.destination()))
                .or(() -> views.batches().line(payout).map(known -> new Line(known.account(), known.destination())));
    }

    private boolean leadsThere(Line line, RailObject object) {
        return !rail.usesConnectedAccounts()
                || vault.open(line.destination().account().sealed()).equals(object.connectedAccount());
    }

    private NoteStrayObject stray(RailObject object, PayoutId payout, Subject actor) {
        RailObject.Kind leaves = rail.usesConnectedAccounts() ? RailObject.Kind.TRANSFER : RailObject.Kind.PAYOUT;
        Money none = Money.zero(object.amount().currency());
        return new NoteStrayObject(
                PayoutBatchId.of(payout),
                payout.value(),
                rail.name(),
                object.kind(),
                object.providerId(),
                object.amount(),
                object.kind() == leaves ? object.amount() : none,
                actor,
                clock.instant());
    }
}
