package io.daybook.funding;

import io.daybook.funding.FundingCommand.AnnounceTopUp;
import io.daybook.funding.FundingCommand.ConfirmTopUp;
import io.daybook.funding.FundingCommand.FollowItem;
import io.daybook.funding.FundingCommand.RecordOpeningBalance;
import io.daybook.funding.FundingCommand.ReserveFunding;
import io.daybook.funding.FundingCommand.SettleFunding;
import io.daybook.funding.FundingEvent.FundingMoved;
import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingEvent.OpeningBalanceRecorded;
import io.daybook.funding.FundingEvent.TopUpAnnounced;
import io.daybook.funding.FundingEvent.TopUpSent;
import io.daybook.funding.FundingRejection.InsufficientFunding;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FundingDeciderTest {
    private static final FundingPoolId POOL = FundingPoolId.of("stripe", Currencies.of("USD"));
    private static final TopUpId TOP_UP = TopUpId.of("stripe", "may");
    private static final ProviderItemId ITEM = ProviderItemId.of("stripe", "txn_1");
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Subject MAKER = new Subject("maker");
    private static final Subject CHECKER = new Subject("checker");
    private static final OpeningBalanceRecorded OPENED = new OpeningBalanceRecorded(POOL, usd(1000), NOW);
    private static final TopUpAnnounced ANNOUNCED = new TopUpAnnounced(POOL, TOP_UP, "may", usd(500), MAKER, NOW);
    private static final FundingReserved RESERVED = new FundingReserved(POOL, "batch-a", usd(700), NOW);

    final Spec<FundingCommand, FundingState, FundingEvent> pool = new Spec<>(FundingDecider.DECIDER);

    @Test
    void a_pool_opens_once_with_what_is_available() {
        pool.given()
                .when(new RecordOpeningBalance(POOL, usd(1000), NOW))
                .then(OPENED)
                .when(new RecordOpeningBalance(POOL, usd(2000), NOW))
                .thenNothing();
    }

    @Test
    void a_batch_reserves_what_is_free_and_never_more() {
        pool.given(OPENED)
                .when(reserve("batch-a", 700))
                .then(RESERVED)
                .when(reserve("batch-a", 700))
                .thenNothing()
                .when(reserve("batch-b", 301))
                .thenRejected(new InsufficientFunding(POOL, usd(300), usd(301)));
        pool.given().when(reserve("batch-a", 1)).thenRejected(new InsufficientFunding(POOL, usd(0), usd(1)));
    }

    @Test
    void at_its_end_a_batch_gives_back_what_it_did_not_spend() {
        pool.given(OPENED, RESERVED)
                .when(new SettleFunding(POOL, "batch-a", usd(600), NOW))
                .then(new FundingSettled(POOL, "batch-a", usd(600), usd(100), NOW))
                .when(new SettleFunding(POOL, "batch-a", usd(600), NOW))
                .thenNothing()
                .when(reserve("batch-b", 401))
                .thenRejected(new InsufficientFunding(POOL, usd(400), usd(401)));
    }

    @Test
    void what_a_batch_spends_after_its_end_is_followed() {
        pool.given(OPENED, RESERVED, new FundingSettled(POOL, "batch-a", usd(600), usd(100), NOW))
                .when(new SettleFunding(POOL, "batch-a", usd(700), NOW))
                .then(new FundingSettled(POOL, "batch-a", usd(700), usd(0), NOW))
                .when(reserve("batch-b", 301))
                .thenRejected(new InsufficientFunding(POOL, usd(300), usd(301)));
    }

    @Test
    void a_settled_batch_reserves_nothing_again() {
        pool.given(OPENED, RESERVED, new FundingSettled(POOL, "batch-a", usd(600), usd(100), NOW))
                .when(reserve("batch-a", 100))
                .thenRejected("illegal-state");
    }

    @Test
    void a_top_up_is_confirmed_by_a_second_person_and_counts_once_it_is_credited() {
        pool.given(OPENED)
                .when(new AnnounceTopUp(POOL, TOP_UP, "may", usd(500), MAKER, NOW))
                .then(ANNOUNCED)
                .when(new ConfirmTopUp(POOL, TOP_UP, MAKER, NOW))
                .thenRejected("needs-second-person");
        pool.given(OPENED, ANNOUNCED)
                .when(new ConfirmTopUp(POOL, TOP_UP, CHECKER, NOW))
                .then(new TopUpSent(POOL, TOP_UP, usd(500), CHECKER, NOW))
                .when(reserve("batch-a", 1001))
                .thenRejected("insufficient-funding");
        pool.given(OPENED, ANNOUNCED)
                .when(new FollowItem(POOL, ITEM, usd(500), NOW))
                .then(new FundingMoved(POOL, ITEM, usd(500), NOW))
                .when(reserve("batch-a", 1500))
                .then(new FundingReserved(POOL, "batch-a", usd(1500), NOW));
    }

    @Test
    void a_reference_names_one_top_up() {
        pool.given(ANNOUNCED)
                .when(new AnnounceTopUp(POOL, TOP_UP, "may", usd(500), MAKER, NOW.plusSeconds(1)))
                .thenNothing();
        pool.given(ANNOUNCED)
                .when(new AnnounceTopUp(POOL, TOP_UP, "may", usd(501), MAKER, NOW))
                .thenRejected("reference-taken");
        pool.given()
                .when(new AnnounceTopUp(POOL, TOP_UP, "may", usd(0), MAKER, NOW))
                .thenRejected("not-positive");
        pool.given().when(new ConfirmTopUp(POOL, TOP_UP, CHECKER, NOW)).thenRejected("not-found");
    }

    private static ReserveFunding reserve(String batch, long minor) {
        return new ReserveFunding(POOL, batch, usd(minor), NOW);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
