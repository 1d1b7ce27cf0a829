package io.daybook.payout.engine;

import io.daybook.account.AccountViews.Filter;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutStep;
import io.daybook.account.PayoutView;
import io.daybook.account.StepIntent;
import io.daybook.kernel.PersonVault;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import java.util.ArrayList;
import java.util.List;

/** Looks up which instructions without a recorded answer have been carried out; records nothing. */
final class StepFinder {
    private static final List<PayoutStatus> OPEN = List.of(PayoutStatus.UNKNOWN, PayoutStatus.SUBMITTING);

    private final PayoutRail rail;
    private final Lane lane;
    private final EngineViews views;
    private final PersonVault vault;

    StepFinder(PayoutRail rail, Lane lane, EngineViews views, PersonVault vault) {
        this.rail = rail;
        this.lane = lane;
        this.views = views;
        this.vault = vault;
    }

    /** Looks at up to {@code limit} of them. Errors: RailUnavailable. */
    List<Unrecorded> unrecorded(int limit) throws InterruptedException {
        List<Unrecorded> found = new ArrayList<>();
        int left = limit;
        for (PayoutStatus status : OPEN) {
            Filter filter = new Filter(null, null, status, rail.name(), false, false);
            for (PayoutView payout :
                    left == 0 ? List.<PayoutView>of() : views.accounts().payouts(filter, null, left)) {
                left--;
                StepIntent intent = payout.intent();
                if (intent != null && leavesOurBalance(intent)) look(payout, intent, found);
            }
        }
        return found;
    }

    private boolean leavesOurBalance(StepIntent intent) {
        return intent.step() == (rail.usesConnectedAccounts() ? PayoutStep.TRANSFER : PayoutStep.PAYOUT);
    }

    private void look(PayoutView payout, StepIntent intent, List<Unrecorded> found) throws InterruptedException {
        var destination = vault.open(payout.destination().account().sealed());
        if (destination.isEmpty()) return;
        Instruction instruction = Step.of(payout, intent).instruction(destination.get());
        lane.read(() -> rail.find(instruction, payout.since().minus(LookUp.CLOCK_MARGIN))).stream()
                .filter(object -> Sightings.answers(object, instruction))
                .findFirst()
                .ifPresent(object -> found.add(new Unrecorded(payout.id(), object.providerId(), object.amount())));
    }
}
