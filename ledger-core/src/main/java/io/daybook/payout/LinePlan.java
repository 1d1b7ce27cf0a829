package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.AccountViews.Payable;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.money.Money;
import io.daybook.payout.Preview.Excluded;
import io.daybook.payout.Preview.Why;
import io.daybook.rail.RailTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides line by line who is paid how much. Lines are numbered in the order in which accounts are added. */
final class LinePlan {
    private final Optional<RailTerms> terms;
    private final Money least;
    private final Instant at;
    private final List<BatchLine> lines = new ArrayList<>();
    private final List<Excluded> excluded = new ArrayList<>();

    /** @param terms of the rail; empty when it does not carry the currency */
    LinePlan(Optional<RailTerms> terms, Money minimum, Instant at) {
        this.terms = terms;
        this.least = terms.map(carried -> carried.minimum().max(minimum)).orElse(minimum);
        this.at = at;
    }

    /** @param contractors at least those whose accounts these are */
    void add(List<Payable> payable, Map<ContractorId, ContractorView> contractors) {
        for (Payable account : payable) {
            ContractorView contractor = contractors.get(account.account().contractor());
            if (contractor != null) add(account.account(), account.amount(), contractor);
        }
    }

    private void add(AccountId account, Money available, ContractorView contractor) {
        Set<BlockingReason> blocking = contractor.blockingReasons(at);
        ContractorView.Destination destination = contractor.destination();
        if (!blocking.isEmpty()) {
            exclude(contractor.id(), blocking);
        } else if (destination == null) {
            exclude(contractor.id(), Set.of(BlockingReason.PAYOUT_DESTINATION));
        } else if (terms.isEmpty()) {
            exclude(contractor.id(), Why.CURRENCY_NOT_CARRIED);
        } else {
            Money amount = terms.get().roundDown(available);
            if (amount.isPositive() && !least.isMoreThan(amount))
                lines.add(new BatchLine(
                        lines.size() + 1,
                        account,
                        amount,
                        new PayoutDestination(destination.version(), destination.destination())));
            else exclude(contractor.id(), Why.BELOW_MINIMUM);
        }
    }

    /** Those of {@code contractors} for whom there is nothing to pay. */
    void addWithoutMoney(Collection<ContractorView> contractors) {
        for (ContractorView contractor : contractors) {
            Set<BlockingReason> blocking = contractor.blockingReasons(at);
            if (blocking.isEmpty()) exclude(contractor.id(), Why.NOTHING_AVAILABLE);
            else exclude(contractor.id(), blocking);
        }
    }

    List<BatchLine> lines() {
        return List.copyOf(lines);
    }

    Preview preview() {
        return new Preview(
                lines,
                excluded,
                lines.stream().map(BatchLine::amount).reduce(Money.zero(least.currency()), Money::plus));
    }

    private void exclude(ContractorId contractor, Why why) {
        excluded.add(new Excluded(contractor, List.of(why.name())));
    }

    private void exclude(ContractorId contractor, Set<BlockingReason> blocking) {
        excluded.add(new Excluded(
                contractor, blocking.stream().sorted().map(Enum::name).toList()));
    }
}
