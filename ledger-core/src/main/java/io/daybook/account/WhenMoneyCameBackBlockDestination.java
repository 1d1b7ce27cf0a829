package io.daybook.account;

import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.contractor.Actor;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.kernel.Policy;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import java.util.List;
import java.util.Set;

/** A bank that sends money back does not know the account: nobody is paid there again until it is confirmed or changed. */
record WhenMoneyCameBackBlockDestination() implements Policy {
    @Override
    public String name() {
        return "block-destination";
    }

    @Override
    public List<Order> react(Recorded recorded) {
        return switch (recorded.event()) {
            case PayoutFailedAfterPaid failed -> List.of(block(failed));
            case PayoutReturned returned -> List.of(block(returned));
            default -> List.of();
        };
    }

    private static Order block(PayoutReport report) {
        return Order.of(new UpdateRequirements(
                report.account().contractor(),
                Set.of(BlockingReason.PAYOUT_DESTINATION),
                Set.of(),
                Actor.staff(Subject.SYSTEM),
                report.occurredAt()));
    }
}
