package io.daybook.payout.engine;

import io.daybook.funding.FundingCommand.RecordOpeningBalance;
import io.daybook.funding.FundingPoolId;
import io.daybook.funding.FundingView;
import io.daybook.funding.FundingViews;
import io.daybook.funding.ProviderItem;
import io.daybook.funding.ProviderItemCommand.RecordItem;
import io.daybook.funding.ProviderItemId;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.money.Money;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Optional;

/** Reads the provider's own book of our balance: the opening balance once, then every line behind it, each once. */
final class ProviderBook {
    private static final int PAGE = 100;
    private static final Duration VIEWS_PATIENCE = Duration.ofSeconds(10);

    private final PayoutRail rail;
    private final Lane lane;
    private final FundingViews funding;
    private final Orders orders;
    private final RailCursors cursors;
    private final ProjectionProgress progress;
    private final InstantSource clock;

    ProviderBook(
            PayoutRail rail,
            Lane lane,
            FundingViews funding,
            Orders orders,
            RailCursors cursors,
            ProjectionProgress progress,
            InstantSource clock) {
        this.rail = rail;
        this.lane = lane;
        this.funding = funding;
        this.orders = orders;
        this.cursors = cursors;
        this.progress = progress;
        this.clock = clock;
    }

    /** Brings our books up to the provider's; false while it does not answer, or while our views lack a fact of them. */
    synchronized boolean follow() throws InterruptedException {
        if (!progress.shows(FundingPoolId.PREFIX) || !progress.shows(ProviderItemId.PREFIX)) return false;
        try {
            Optional<String> cursor = cursors.find(rail.name());
            if (cursor.isEmpty()) begin();
            else read(cursor.get());
            for (Currency currency : funding.currenciesInUse()) open(currency);
            return true;
        } catch (RailUnavailable e) {
            return false;
        }
    }

    /** The cursor is kept first: what comes in between is read as a line, and taken off the opening balance. */
    private void begin() throws InterruptedException {
        Optional<String> newest = lane.read(rail::newestMovement);
        cursors.move(rail.name(), newest.orElse(""));
    }

    private void read(String from) throws InterruptedException {
        String cursor = from;
        RailMovement.Page page;
        do {
            Optional<String> after = cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
            page = lane.read(() -> rail.movementsAfter(after, PAGE));
            if (page.lines().isEmpty()) return;
            ExpectedTopUps expected = new ExpectedTopUps(funding.expected(rail.name()));
            for (RailMovement line : page.lines()) record(line, expected);
            cursor = page.next().orElse(cursor);
            cursors.move(rail.name(), cursor);
        } while (page.more());
    }

    private void record(RailMovement line, ExpectedTopUps expected) {
        boolean ofPayouts = switch (line.kind()) {
            case TRANSFER, REVERSAL, PAYOUT, PAYOUT_FAILURE -> true;
            case TOP_UP, FEE, WITHDRAWAL, WITHDRAWAL_FAILURE, OTHER -> false;
        };
        if (ofPayouts && line.fee().isZero()) return;
        ProviderItem item = new ProviderItem(
                rail.name(),
                line.id(),
                line.kind(),
                line.amount(),
                line.fee(),
                line.source().orElse(null),
                line.kind() == RailMovement.Kind.TOP_UP ? expected.take(line).orElse(null) : null,
                line.created());
        orders.once(
                new RecordItem(item, clock.instant()),
                "item:" + item.id().value(),
                item.id().value());
    }

    /** What came in since the book was begun is recorded as lines; the pool may not have followed them yet. */
    private void open(Currency currency) throws InterruptedException {
        FundingPoolId id = FundingPoolId.of(rail.name(), currency);
        Optional<FundingView> pool = funding.pool(id);
        if (rail.terms(currency).isEmpty()
                || pool.filter(known -> known.openedAt() != null).isPresent()) return;
        String before = cursors.find(rail.name()).orElse("");
        Money available = lane.read(() -> rail.balance(currency)).available();
        if (!lane.read(rail::newestMovement).orElse("").equals(before)) return;
        if (!progress.awaitCaughtUp(VIEWS_PATIENCE)) return;
        Money posted = funding.posted(rail.name(), currency);
        orders.once(
                new RecordOpeningBalance(id, available.minus(posted), clock.instant()),
                "open:" + id.value(),
                id.value());
    }
}
