package io.daybook.api.payouts;

import io.daybook.api.eventlog.PolicyRunner;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.payouts.RailItems.Item;
import io.daybook.journal.JournalViews;
import io.daybook.journal.LedgerAccount;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.Rails;
import io.daybook.payout.engine.EngineStore;
import io.daybook.payout.engine.RailEngine;
import io.daybook.payout.engine.RailSwitch.Stop;
import io.daybook.payout.engine.TakenIn;
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
    private final RailItems items;
    private final EngineStore store;
    private final ObjectProvider<JournalViews> journal;
    private final ProjectionProgress views;
    private final PolicyRunner policies;

    RailDesk(
            Rails rails,
            RailEngines engines,
            RailItems items,
            EngineStore store,
            ObjectProvider<JournalViews> journal,
            ProjectionProgress views,
            PolicyRunner policies) {
        this.rails = rails;
        this.engines = engines;
        this.items = items;
        this.store = store;
        this.journal = journal;
        this.views = views;
        this.policies = policies;
    }

    /**
     * @param difference provider, pending included, less ledger
     * @param items what explains the difference; they sum to it
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
            throw unavailable();
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
                items.explain(name, balance, difference),
                store.inbox().waitingCount(name),
                store.railSwitch().stopped(name).orElse(null));
    }

    /** Errors: {@code unavailable} while the provider does not answer; what was taken in till then stays so. */
    List<TakenIn> takeIn(RailEngine engine, Subject actor) throws InterruptedException {
        views.awaitCaughtUp(PATIENCE);
        try {
            return engine.takeIn(actor);
        } catch (RailUnavailable e) {
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.of("unavailable", "The provider does not answer; ask again in a moment.");
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
