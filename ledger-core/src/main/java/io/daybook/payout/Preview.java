package io.daybook.payout;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.util.List;

/** Who a batch would pay if it were frozen now, how much, and who not and why. */
public record Preview(List<BatchLine> lines, List<Excluded> excluded, Money total) {
    public Preview {
        lines = List.copyOf(lines);
        excluded = List.copyOf(excluded);
    }

    /** @param reasons at least one: names of blocking reasons or of {@link Why} */
    public record Excluded(ContractorId contractor, List<String> reasons) {
        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }

    /** Why somebody whom nothing blocks is not paid. */
    public enum Why {
        NOTHING_AVAILABLE,
        /** Of the batch or of the rail. */
        BELOW_MINIMUM,
        /** The rail does not pay in this currency. */
        CURRENCY_NOT_CARRIED
    }
}
