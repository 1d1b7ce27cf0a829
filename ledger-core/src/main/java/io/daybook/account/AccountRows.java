package io.daybook.account;

import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run of facts adds to entries and leaves of payouts and adjustments. */
final class AccountRows {
    /** An entry as it was credited. Amounts are in minor units. */
    record Credit(
            AccountEntryId entry,
            AccountId account,
            EntryKind kind,
            @Nullable String timesheet,
            @Nullable String project,
            @Nullable String month,
            @Nullable String corrects,
            @Nullable String adjustment,
            @Nullable String returned,
            long seconds,
            long amountMinor,
            @Nullable Instant pendingUntil,
            Instant earnedAt,
            long position) {}

    /** What moved between an entry's parts, in minor units; the five sum to zero. */
    record Shift(long pending, long available, long held, long inPayouts, long used) {
        static Shift of(EntryUse.Place place, long minor) {
            return switch (place) {
                case PENDING -> new Shift(minor, 0, 0, 0, 0);
                case AVAILABLE -> new Shift(0, minor, 0, 0, 0);
                case HELD -> new Shift(0, 0, minor, 0, 0);
                case IN_PAYOUTS -> new Shift(0, 0, 0, minor, 0);
                case USED -> new Shift(0, 0, 0, 0, minor);
            };
        }

        Shift plus(Shift other) {
            return new Shift(
                    pending + other.pending,
                    available + other.available,
                    held + other.held,
                    inPayouts + other.inPayouts,
                    used + other.used);
        }
    }

    /** Which fact moved something of which entry, and how. */
    record UseKey(AccountEntryId entry, long position, EntryUse.Place from, EntryUse.Place to) {}

    /**
     * Where a payout has come to; null leaves what was. Suspense is what was added to it, in minor units.
     *
     * @param around whether it stood elsewhere in between: then it stands here only since then, even where it stood before
     */
    record Move(
            @Nullable PayoutStatus status,
            @Nullable Instant since,
            boolean around,
            @Nullable Integer attempt,
            @Nullable StepIntent intent,
            @Nullable String transfer,
            @Nullable String object,
            @Nullable String trace,
            @Nullable String failure,
            long suspense) {
        static final Move NONE = new Move(null, null, false, null, null, null, null, null, null, 0);

        static Move to(PayoutStatus status, Instant since) {
            return new Move(status, since, false, null, null, null, null, null, null, 0);
        }

        Move attempt(int next) {
            return new Move(status, since, around, next, intent, transfer, object, trace, failure, suspense);
        }

        Move intent(StepIntent next) {
            return new Move(status, since, around, attempt, next, transfer, object, trace, failure, suspense);
        }

        Move transfer(@Nullable String next) {
            return new Move(status, since, around, attempt, intent, next, object, trace, failure, suspense);
        }

        Move object(@Nullable String next) {
            return new Move(status, since, around, attempt, intent, transfer, next, trace, failure, suspense);
        }

        Move trace(@Nullable String next) {
            return new Move(status, since, around, attempt, intent, transfer, object, next, failure, suspense);
        }

        Move failure(@Nullable String next) {
            return new Move(status, since, around, attempt, intent, transfer, object, trace, next, suspense);
        }

        Move suspense(long added) {
            return new Move(status, since, around, attempt, intent, transfer, object, trace, failure, added);
        }

        Move then(Move later) {
            return new Move(
                    later.status == null ? status : later.status,
                    later.status == null || later.status == status && !later.around ? since : later.since,
                    around || later.around || status != null && later.status != null && later.status != status,
                    later.attempt == null ? attempt : later.attempt,
                    later.intent == null ? intent : later.intent,
                    later.transfer == null ? transfer : later.transfer,
                    later.object == null ? object : later.object,
                    later.trace == null ? trace : later.trace,
                    later.failure == null ? failure : later.failure,
                    suspense + later.suspense);
        }
    }

    record Moment(
            PayoutId payout,
            long position,
            String what,
            int attempt,
            @Nullable String detail,
            Instant occurredAt) {}

    /**
     * @param position where it was first heard of: its place in lists, whatever becomes of it
     * @param postedPosition where it was made; null while it waits
     */
    record Adjusted(
            AccountId account,
            Adjustment adjustment,
            boolean posted,
            Subject maker,
            @Nullable Subject approver,
            Instant at,
            long position,
            @Nullable Long postedPosition) {
        Adjusted since(long first) {
            return new Adjusted(account, adjustment, posted, maker, approver, at, first, postedPosition);
        }
    }

    final List<Credit> credits = new ArrayList<>();
    final Map<AccountEntryId, Shift> shifts = new LinkedHashMap<>();
    final Map<UseKey, Long> uses = new LinkedHashMap<>();
    final List<PayoutReserved> reserved = new ArrayList<>();
    final List<PayoutId> closed = new ArrayList<>();
    final Map<PayoutId, Map<AccountEntryId, Money>> late = new LinkedHashMap<>();
    final List<PayoutDropped> dropped = new ArrayList<>();
    final Map<PayoutId, Move> moves = new LinkedHashMap<>();
    final List<Moment> moments = new ArrayList<>();
    final Map<AdjustmentId, Adjusted> adjustments = new LinkedHashMap<>();

    void adjusted(Adjusted row) {
        adjustments.merge(row.adjustment().id(), row, (before, after) -> after.since(before.position()));
    }

    /** What a fact moved within an entry: kept by itself, and as what is left of the entry. */
    void use(EntryUse use, long position) {
        long minor = use.amount().minor();
        shifts.merge(use.entry(), Shift.of(use.from(), -minor).plus(Shift.of(use.to(), minor)), Shift::plus);
        uses.merge(new UseKey(use.entry(), position, use.from(), use.to()), minor, Long::sum);
    }

    void move(PayoutId payout, Move move) {
        moves.merge(payout, move, Move::then);
    }

    /** What a payout takes of entries beyond what was reserved for it. */
    void late(PayoutId payout, List<EntryPart> parts) {
        Map<AccountEntryId, Money> taken = late.computeIfAbsent(payout, none -> new LinkedHashMap<>());
        for (EntryPart part : parts) taken.merge(part.entry(), part.amount(), Money::plus);
    }
}
