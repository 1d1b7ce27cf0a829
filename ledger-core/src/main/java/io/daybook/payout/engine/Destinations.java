package io.daybook.payout.engine;

import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.contractor.PersonalData;
import io.daybook.kernel.PersonVault;
import io.daybook.payout.BatchLine;
import io.daybook.rail.RailObject;
import java.util.Collection;
import java.util.Optional;

/** Where payouts were approved to go, held against where the provider has them. */
final class Destinations {
    private final EngineViews views;
    private final PersonVault vault;
    private final PersonalData personal;

    Destinations(EngineViews views, PersonVault vault) {
        this.views = views;
        this.vault = vault;
        this.personal = new PersonalData(vault);
    }

    /** Reads what opening these will need at once; only a matter of speed. */
    void lookAhead(Collection<PayoutDestination> next) {
        vault.lookAhead(next.stream().map(one -> one.account().sealed().key()).toList());
    }

    /** In plain text; empty once it cannot be read any more. */
    Optional<String> open(PayoutDestination approved) {
        return vault.open(approved.account().sealed());
    }

    /** What was approved is known by its index; what is sent to is what was sealed beside it. True of what cannot be read. */
    boolean isAsApproved(PayoutDestination destination) {
        return open(destination)
                .map(account -> personal.destinationIndex(account)
                        .equals(destination.account().index()))
                .orElse(true);
    }

    /** False too where nobody can tell any more, or the rail has no accounts of its own. */
    boolean isElsewhere(PayoutId payout, RailObject object) {
        Optional<String> account = object.connectedAccount();
        return account.isPresent()
                && approved(payout)
                        .flatMap(this::open)
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
