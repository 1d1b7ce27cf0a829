package io.daybook.payout.engine;

import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.kernel.PersonVault;
import io.daybook.payout.BatchLine;
import io.daybook.rail.RailObject;
import java.util.Optional;

/** Where payouts were approved to go, held against where the provider has them. */
final class Destinations {
    private final EngineViews views;
    private final PersonVault vault;

    Destinations(EngineViews views, PersonVault vault) {
        this.views = views;
        this.vault = vault;
    }

    /** False too where nobody can tell any more, or the rail has no accounts of its own. */
    boolean isElsewhere(PayoutId payout, RailObject object) {
        Optional<String> account = object.connectedAccount();
        return account.isPresent()
                && approved(payout)
                        .flatMap(approved -> vault.open(approved.account().sealed()))
                        .filter(approved -> !approved.equals(account.get()))
                        .isPresent();
    }

    private Optional<PayoutDestination> approved(PayoutId payout) {
        return views.accounts()
                .payout(payout)
                .map(known -> known.destination())
                .or(() -> views.batches().line(payout).map(BatchLine::destination));
    }
}
