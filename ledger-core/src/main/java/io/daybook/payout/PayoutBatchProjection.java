package io.daybook.payout;

import io.daybook.account.Flow;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutReport;
import io.daybook.account.PayoutReport.ObjectAdopted;
import io.daybook.account.PayoutRoute;
import io.daybook.account.PayoutStep;
import io.daybook.account.RailFact;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.BatchRows.Change;
import io.daybook.payout.BatchRows.Intent;
import io.daybook.payout.BatchRows.Spent;
import io.daybook.payout.KnownObject.Taken;
import io.daybook.payout.PayoutBatchEvent.StrayObjectNoted;
import io.daybook.rail.RailObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches, their frozen lines, the keys of all intents, and what each batch took out of our balance at the provider. */
final class PayoutBatchProjection implements Projection<BatchRows> {
    @Override
    public String name() {
        return "payout-batch";
    }

    @Override
    public BatchRows fold(List<Recorded> facts) {
        List<Change> changes = new ArrayList<>();
        List<PayoutLinesFrozen> frozen = new ArrayList<>();
        List<Intent> intents = new ArrayList<>();
        List<KnownObject> objects = new ArrayList<>();
        List<PayoutProgress> reversals = new ArrayList<>();
        Map<String, Spent> spent = new HashMap<>();
        for (Recorded fact : facts) {
            switch (fact.event()) {
                case StrayObjectNoted e -> objects.add(stray(e));
                case ReversalBegun e -> reversals.add(e);
                case ReversalEnded e -> reversals.add(e);
                case ObjectAdopted e -> objects.add(adopted(e));
                case PayoutBatchEvent e -> changes.add(new Change(e, fact.position()));
                case PayoutLinesFrozen e -> frozen.add(e);
                case PayoutSubmitted e ->
                    intents.add(new Intent(e.payout(), e.route().rail(), e.intent(), e.occurredAt()));
                case StepBegun e -> intents.add(new Intent(e.payout(), e.route().rail(), e.intent(), e.occurredAt()));
                case PayoutReport e -> {
                    long minor = leftOurBalance(e);
                    if (minor != 0) spent.merge(batchOf(e.payout()), new Spent(minor, fact.position()), Spent::plus);
                }
                default -> {}
            }
        }
        return new BatchRows(changes, frozen, intents, objects, reversals, spent);
    }

    private static KnownObject stray(StrayObjectNoted e) {
        return new KnownObject(
                e.rail(), e.object(), e.payout(), e.kind(), Taken.STRAY, e.amount(), e.left(), e.occurredAt());
    }

    private static KnownObject adopted(ObjectAdopted e) {
        RailFact fact = e.fact();
        return new KnownObject(
                e.rail(),
                fact.object(),
                e.payout().value(),
                fact.step() == PayoutStep.TRANSFER ? RailObject.Kind.TRANSFER : RailObject.Kind.PAYOUT,
                Taken.OF_PAYOUT,
                fact.amount(),
                Money.zero(fact.amount().currency()),
                e.occurredAt());
    }

    private static String batchOf(PayoutId payout) {
        return PayoutBatchId.of(payout).value();
    }

    private static long leftOurBalance(PayoutReport event) {
        return switch (event) {
            case PayoutReport.TransferDone e -> e.amount().minor();
            case PayoutReport.TransferReversed e -> -e.amount().minor();
            case PayoutReport.PayoutAccepted e -> straight(e.flow(), e.amount());
            case PayoutReport.PayoutFoundLate e -> straight(e.flow(), e.amount());
            case PayoutReport.PayoutFailed e -> -straight(e.flow(), e.amount());
            case PayoutReport.PayoutCanceled e -> e.object() == null ? 0 : -straight(e.flow(), e.amount());
            case PayoutReport.PayoutFailedAfterPaid e -> -straight(e.flow(), e.amount());
            case PayoutReport.PayoutReturned e -> -straight(e.flow(), e.amount());
            case PayoutReport.StepUnknown e -> 0;
            case PayoutReport.TransferIdentified e -> 0;
            case PayoutReport.PayoutInTransit e -> 0;
            case PayoutReport.PayoutPaid e -> 0;
            case PayoutReport.PayoutRejected e -> 0;
            case PayoutReport.PayoutMismatchSeen e -> 0;
            case ObjectAdopted e -> 0;
        };
    }

    /** Only a rail without connected accounts pays out of our balance itself. */
    private static long straight(Flow flow, Money amount) {
        return flow.route().source() == PayoutRoute.Source.PROVIDER_BALANCE ? amount.minor() : 0;
    }
}
