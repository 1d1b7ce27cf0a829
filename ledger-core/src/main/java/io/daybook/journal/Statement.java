package io.daybook.journal;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.account.PayoutId;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened between us and a contractor in one currency: opening + earned + adjusted − paid + returned = closing.
 *
 * @param opening net, in force before the first instant
 * @param closing net, in force before the last
 * @param position the log's position this statement knows of; the same question at it gives the same statement for ever
 */
public record Statement(Money opening, List<Line> lines, Money closing, Totals totals, long position) {
    public Statement {
        lines = List.copyOf(lines);
    }

    public enum Kind {
        EARNED,
        ADJUSTED,
        PAID,
        RETURNED
    }

    /**
     * One change of the net.
     *
     * @param what the event's name
     * @param amount signed: above zero the contractor has more
     * @param entry the account entry it made, if any
     * @param adjustmentKind of the adjustment it posts, as its reason
     * @param seconds of work, signed
     */
    public record Line(
            long position,
            Instant effectiveAt,
            Instant occurredAt,
            Kind kind,
            String what,
            Money amount,
            @Nullable AccountEntryId entry,
            @Nullable TimesheetId timesheet,
            @Nullable String project,
            @Nullable AdjustmentId adjustment,
            @Nullable AdjustmentKind adjustmentKind,
            @Nullable Sealed reason,
            @Nullable PayoutId payout,
            long seconds) {}

    /** @param adjusted signed @param paid and @param returned are zero or more */
    public record Totals(long seconds, Money earned, Money adjusted, Money paid, Money returned) {}
}
