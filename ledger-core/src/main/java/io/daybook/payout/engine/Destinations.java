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

    /** An approved destination, opened. */
    sealed interface Opened {
        /** @param account in plain text */
        record Account(String account) implements Opened {}

        /** Its key was destroyed: nobody can read it any more. */
        record Erased() implements Opened {}

        /** What is sealed beside the approved index is another account. */
        record Altered() implements Opened {}
    }

    /** What was approved is known by its index; what is sent to is what was sealed beside it. */
    Opened open(PayoutDestination approved) {
        return read(approved)
                .<Opened>map(account -> personal.destinationIndex(account)
                                .equals(approved.account().index())
                        ? new Opened.Account(account)
                        : new Opened.Altered())
                .orElseGet(Opened.Erased::new);
    }

    private Optional<String> read(PayoutDestination destination) {
        return vault.open(destination.account().sealed());
    }

    /** False too where nobody can tell any more, or the rail has no accounts of its own. */
    boolean isElsewhere(PayoutId payout, RailObject object) {
        Optional<String> account = object.connectedAccount();
        return account.isPresent()
                && approved(payout)
                        .flatMap(this::read)
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
