package io.daybook.funding;

import io.daybook.funding.ProviderItemCommand.RecordItem;
import io.daybook.funding.ProviderItemEvent.ProviderFeeCharged;
import io.daybook.funding.ProviderItemEvent.TopUpCredited;
import io.daybook.funding.ProviderItemEvent.UnexplainedItemSeen;
import io.daybook.funding.ProviderItemEvent.WithdrawalSeen;
import io.daybook.kernel.Spec;
import io.daybook.money.Money;
import io.daybook.rail.RailMovement.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProviderItemDeciderTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final TopUpId TOP_UP = TopUpId.of("stripe", "may");

    final Spec<ProviderItemCommand, Boolean, ProviderItemEvent> items = new Spec<>(ProviderItemDecider.DECIDER);

    @Test
    void an_item_is_posted_once_for_ever() {
        ProviderItem item = item(Kind.TOP_UP, 500, 0);
        items.given()
                .when(new RecordItem(item, NOW))
                .then(new TopUpCredited(item, usd(500), NOW))
                .when(new RecordItem(item, NOW))
                .thenNothing();
    }

    @Test
    void a_charge_is_a_fee_and_so_is_what_was_kept_of_a_transfer() {
        ProviderItem charge = item(Kind.FEE, -25, 0);
        items.given().when(new RecordItem(charge, NOW)).then(new ProviderFeeCharged(charge, usd(25), NOW));
        ProviderItem transfer = item(Kind.TRANSFER, -1000, 3);
        items.given().when(new RecordItem(transfer, NOW)).then(new ProviderFeeCharged(transfer, usd(3), NOW));
    }

    @Test
    void what_payouts_tell_themselves_is_not_posted_again() {
        items.given().when(new RecordItem(item(Kind.PAYOUT, -1000, 0), NOW)).thenNothing();
    }

    @Test
    void withdrawals_and_what_nobody_can_explain_are_recorded() {
        ProviderItem withdrawal = item(Kind.WITHDRAWAL, -900, 0);
        items.given().when(new RecordItem(withdrawal, NOW)).then(new WithdrawalSeen(withdrawal, usd(900), NOW));
        ProviderItem other = item(Kind.OTHER, -7, 0);
        items.given().when(new RecordItem(other, NOW)).then(new UnexplainedItemSeen(other, usd(-7), NOW));
    }

    private static ProviderItem item(Kind kind, long amount, long fee) {
        return new ProviderItem("stripe", "txn_1", kind, usd(amount), usd(fee), "src_1", TOP_UP, NOW);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
