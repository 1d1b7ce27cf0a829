package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.funding.FundingEvent.FundingMoved;
import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.FundingEvent.TopUpAnnounced;
import io.daybook.funding.FundingEvent.TopUpSent;
import io.daybook.funding.FundingModule;
import io.daybook.funding.FundingPoolId;
import io.daybook.funding.FundingView;
import io.daybook.funding.FundingView.TopUp;
import io.daybook.funding.FundingView.TopUpStatus;
import io.daybook.funding.FundingViews;
import io.daybook.funding.ProviderItem;
import io.daybook.funding.ProviderItemEvent.TopUpCredited;
import io.daybook.funding.TopUpId;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FundingViewsTest {
    private static final FundingPoolId POOL = FundingPoolId.of("stripe", Currencies.of("USD"));
    private static final TopUpId TOP_UP = TopUpId.of("stripe", "may");
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final ProviderItem ITEM =
            new ProviderItem("stripe", "txn_1", RailMovement.Kind.TOP_UP, usd(500), usd(0), "tu_1", TOP_UP, NOW);

    private final Book book = new Book(FundingModule.feature());
    private final FundingViews views = FundingModule.views(book.source());

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void a_pool_shows_what_is_there_and_what_of_it_is_free() {
        book.recordOneByOne(List.of(
                new OpeningBalanceRecorded(POOL, usd(1000), NOW),
                new FundingReserved(POOL, "batch-a", usd(700), NOW),
                new FundingMoved(POOL, ITEM.id(), usd(500), NOW)));
        assertThat(views.pool(POOL))
                .get()
                .returns(usd(1500), FundingView::balance)
                .returns(usd(800), FundingView::free);
        book.record(List.of(new FundingSettled(POOL, "batch-a", usd(600), usd(100), NOW)));
        assertThat(views.pool(POOL))
                .get()
                .returns(usd(900), FundingView::balance)
                .returns(usd(900), FundingView::free);
        book.record(List.of(new FundingSettled(POOL, "batch-a", usd(650), usd(0), NOW)));
        assertThat(views.pools("stripe")).extracting(FundingView::free).containsExactly(usd(850));
    }

    @Test
    void a_top_up_is_expected_until_it_is_credited() {
        book.record(List.of(
                new TopUpAnnounced(POOL, TOP_UP, "may", usd(500), new Subject("maker"), NOW),
                new TopUpSent(POOL, TOP_UP, usd(500), new Subject("checker"), NOW)));
        assertThat(views.expected("stripe")).extracting(TopUp::status).containsExactly(TopUpStatus.SENT);
        book.record(List.of(new TopUpCredited(ITEM, usd(500), NOW)));
        assertThat(views.expected("stripe")).isEmpty();
        assertThat(views.topUps(null, 10)).extracting(TopUp::status).containsExactly(TopUpStatus.CREDITED);
        assertThat(views.topUp(TOP_UP)).get().returns("may", TopUp::reference);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
