package io.daybook.account;

import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was carried out before, so that nothing is carried out twice.
 *
 * @param adopted what the provider had of a payout before the log meant it, in the order of being taken in
 */
record Memory(
        HashTrie<SheetMonth, Earned> earned,
        HashTrie<AdjustmentId, Asked> asked,
        HashTrie<HoldId, Boolean> holds,
        HashTrie<PayoutId, Boolean> dropped,
        HashTrie<String, Boolean> mismatches,
        HashTrie<PayoutId, List<RailFact>> adopted) {
    static final Memory BLANK = new Memory(
            HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty(), HashTrie.empty());

    record SheetMonth(TimesheetId timesheet, AccountingMonth month) {}

    /** The latest entry for a sheet's month, and the last approval and correction that counted. */
    record Earned(
            @Nullable AccountEntryId entry,
            int revision,
            int correction,
            @Nullable Instant pendingUntil) {
        boolean windowRuns(Instant at) {
            return pendingUntil != null && at.isBefore(pendingUntil);
        }
    }

    /** @param waiting null once it was made */
    record Asked(@Nullable Adjustment waiting, Subject maker) {}

    Earned earned(TimesheetId timesheet, AccountingMonth month) {
        return earned.find(new SheetMonth(timesheet, month)).orElse(new Earned(null, 0, 0, null));
    }

    Memory with(SheetMonth month, Earned latest) {
        return new Memory(earned.with(month, latest), asked, holds, dropped, mismatches, adopted);
    }

    Memory with(AdjustmentId id, Asked state) {
        return new Memory(earned, asked.with(id, state), holds, dropped, mismatches, adopted);
    }

    Memory made(AdjustmentId id, Subject maker) {
        return with(id, new Asked(null, maker));
    }

    Memory with(HoldId hold) {
        return new Memory(earned, asked, holds.with(hold, true), dropped, mismatches, adopted);
    }

    Memory withDropped(PayoutId payout) {
        return new Memory(earned, asked, holds, dropped.with(payout, true), mismatches, adopted);
    }

    Memory withMismatch(String key) {
        return new Memory(earned, asked, holds, dropped, mismatches.with(key, true), adopted);
    }

    List<RailFact> adopted(PayoutId payout) {
        return adopted.find(payout).orElse(List.of());
    }

    Memory withAdopted(PayoutId payout, RailFact fact) {
        List<RailFact> all =
                Stream.concat(adopted(payout).stream(), Stream.of(fact)).toList();
        return new Memory(earned, asked, holds, dropped, mismatches, adopted.with(payout, all));
    }
}
