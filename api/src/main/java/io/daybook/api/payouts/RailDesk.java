package io.daybook.api.payouts;

import io.daybook.api.eventlog.PolicyRunner;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.journal.JournalViews;
import io.daybook.journal.LedgerAccount;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.money.Money;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailBalance;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be said about a rail, and its books brought up to the provider's before it matters. */
@Component
final class RailDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rails rails;
    private final RailEngines engines;
    private final EngineStore store;
    private final ObjectProvider<JournalViews> journal;
    private final ProjectionProgress views;
    private final PolicyRunner policies;

    RailDesk(
            Rails rails,
            RailEngines engines,
            EngineStore store,
            ObjectProvider<JournalViews> journal,
            ProjectionProgress views,
            PolicyRunner policies) {
        this.rails = rails;
        this.engines = engines;
        this.store = store;
        this.journal = journal;
        this.views = views;
        this.policies = policies;
    }

    /** One thing that explains a difference. */
    record Item(String kind, Money amount) {}

    /**
     * @param difference provider, pending included, less ledger; null while the books cannot be read
     * @param stopped null while it may send
     */
    record RailJson(
            String rail,
            Money available,
            Money pending,
            Money ledger1010,
            Money difference,
            List<Item> items,
            long inboxWaiting,
            @Nullable Stop stopped) {}

    /** Errors: {@code not-found}; {@code unavailable} while the provider does not answer. */
    RailJson show(String name, Currency currency) throws InterruptedException {
        PayoutRail rail = rails.find(name).orElseThrow(() -> ProblemException.notFound("rail"));
        settleBooks(name);
        views.awaitCaughtUp(PATIENCE);
        RailBalance balance;
        try {
            balance = rail.balance(currency);
        } catch (RailUnavailable e) {
            throw ProblemException.of("unavailable", "The provider does not answer; ask again in a moment.");
        }
        JournalViews books = journal.getIfAvailable();
        Money ledger = books == null ? Money.zero(currency) : books.balance(LedgerAccount.PROVIDER, name, currency);
        Money difference = balance.available().plus(balance.pending()).minus(ledger);
        return new RailJson(
                name,
                balance.available(),
                balance.pending(),
                ledger,
                difference,
                List.of(),
                store.inbox().waitingCount(name),
                store.railSwitch().stopped(name).orElse(null));
    }

    /** Reads the provider's book to its end, and lets the pools follow. */
    void settleBooks(String rail) throws InterruptedException {
        engines.find(rail).ifPresent(RailDesk::follow);
        views.awaitCaughtUp(PATIENCE);
        policies.reacted().await(views.projectedPosition(), PATIENCE);
    }

    private static void follow(RailEngine engine) {
        try {
            engine.followBook();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
