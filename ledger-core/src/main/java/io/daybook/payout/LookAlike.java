package io.daybook.payout;

import io.daybook.account.PayoutId;
import io.daybook.account.PayoutView;
import io.daybook.contractor.ContractorId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line that looks like a mistake or a fraud and may be neither: a person decides, so it is shown before the approval and
 * left out by nobody.
 *
 * @param payout the earlier one, for {@code SAME_AMOUNT_LATELY}
 * @param other who is paid to the same place, for {@code SHARED_DESTINATION}
 */
public record LookAlike(
        ContractorId contractor,
        Kind kind,
        @Nullable PayoutId payout,
        @Nullable ContractorId other) {
    public enum Kind {
        /** The same contractor was paid, or is being paid, the same amount less than a pay week ago. */
        SAME_AMOUNT_LATELY,
        /** Two contractors of this batch are paid to one destination. */
        SHARED_DESTINATION
    }

    /** In the order of the lines. @param lately payouts of these contractors that were reserved lately */
    static List<LookAlike> among(List<BatchLine> lines, List<PayoutView> lately) {
        Map<ContractorId, List<PayoutView>> known = new LinkedHashMap<>();
        for (PayoutView payout : lately)
            known.computeIfAbsent(payout.contractor(), first -> new ArrayList<>())
                    .add(payout);
        Map<String, ContractorId> firstAt = new LinkedHashMap<>();
        List<LookAlike> found = new ArrayList<>();
        for (BatchLine line : lines) {
            for (PayoutView payout : known.getOrDefault(line.contractor(), List.of()))
                if (payout.amount().equals(line.amount()))
                    found.add(new LookAlike(line.contractor(), Kind.SAME_AMOUNT_LATELY, payout.id(), null));
            ContractorId first =
                    firstAt.putIfAbsent(line.destination().account().index(), line.contractor());
            if (first != null && !first.equals(line.contractor()))
                found.add(new LookAlike(line.contractor(), Kind.SHARED_DESTINATION, null, first));
        }
        return List.copyOf(found);
    }
}
