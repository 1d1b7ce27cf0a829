package io.daybook.funding;

import static io.daybook.kernel.Decision.accept;

import io.daybook.funding.ProviderItemCommand.RecordItem;
import io.daybook.funding.ProviderItemEvent.ProviderFeeCharged;
import io.daybook.funding.ProviderItemEvent.TopUpCredited;
import io.daybook.funding.ProviderItemEvent.UnexplainedItemSeen;
import io.daybook.funding.ProviderItemEvent.WithdrawalSeen;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The one rule about provider items: each is posted once, whatever it says. The state is whether it was. */
final class ProviderItemDecider {
    static final Decider<ProviderItemCommand, Boolean, ProviderItemEvent> DECIDER =
            new Decider<>(false, ProviderItemDecider::decide, (posted, event) -> true);

    private ProviderItemDecider() {}

    static Decision<ProviderItemEvent> decide(boolean posted, ProviderItemCommand command) {
        return switch (command) {
            case RecordItem(ProviderItem item, var at) -> posted ? accept() : accept(facts(item));
        };
    }

    private static List<ProviderItemEvent> facts(ProviderItem item) {
        List<ProviderItemEvent> facts = new ArrayList<>();
        Money amount = item.amount();
        Instant created = item.created();
        switch (item.kind()) {
            case TOP_UP -> facts.add(new TopUpCredited(item, amount, created));
            case FEE -> facts.add(new ProviderFeeCharged(item, amount.negated(), created));
            case WITHDRAWAL, WITHDRAWAL_FAILURE -> facts.add(new WithdrawalSeen(item, amount.negated(), created));
            case OTHER -> facts.add(new UnexplainedItemSeen(item, amount, created));
            case TRANSFER, REVERSAL, PAYOUT, PAYOUT_FAILURE -> {}
        }
        if (!item.fee().isZero()) facts.add(new ProviderFeeCharged(item, item.fee(), created));
        return facts;
    }
}
