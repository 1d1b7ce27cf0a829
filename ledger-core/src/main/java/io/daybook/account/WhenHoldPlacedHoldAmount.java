package io.daybook.account;

import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import java.util.List;

/** A hold on an amount keeps money back; one without an amount blocks the contractor and moves nothing. */
record WhenHoldPlacedHoldAmount() implements Policy {
    @Override
    public String name() {
        return "hold-amount";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return switch (recorded.event()) {
            case HoldPlaced placed
            when placed.amount() != null ->
                List.of(Order.of(new PlaceHold(
                        AccountId.of(placed.contractor(), placed.amount().currency()),
                        placed.hold(),
                        placed.amount(),
                        placed.occurredAt())));
            case HoldLifted lifted
            when lifted.amount() != null ->
                List.of(Order.of(new LiftHold(
                        AccountId.of(lifted.contractor(), lifted.amount().currency()),
                        lifted.hold(),
                        lifted.occurredAt())));
            default -> List.of();
        };
    }
}
