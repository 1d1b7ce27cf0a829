package io.daybook.account;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payout as clients and the engine see it.
 *
 * @param attempt how often it was or is being submitted, from 1
 * @param since when it came to its present status
 * @param intent the instruction recorded last; null while none was
 * @param transfer the provider's id of the last transfer, when known
 * @param object the provider's id of the last payout object, when known
 * @param trace what the bank network calls it, when known
 * @param failure the provider's code of the last failure, if any
 * @param inSuspense what came back after it was paid and is not available again yet
 */
public record PayoutView(
        PayoutId id,
        AccountId account,
        String batch,
        Money amount,
        PayoutStatus status,
        int attempt,
        PayoutRoute route,
        PayoutDestination destination,
        Instant reservedAt,
        Instant since,
        @Nullable StepIntent intent,
        @Nullable String transfer,
        @Nullable String object,
        @Nullable String trace,
        @Nullable String failure,
        Money inSuspense) {
    public ContractorId contractor() {
        return account.contractor();
    }

    /** What must come next, and from whom. */
    public WaitsFor waitsFor() {
        return switch (status) {
            case RESERVED -> WaitsFor.SUBMISSION;
            case SUBMITTING, ACCEPTED -> WaitsFor.PROVIDER;
            case IN_TRANSIT -> WaitsFor.BANK;
            case UNKNOWN -> WaitsFor.LOOKUP;
            case PROVEN_ABSENT -> WaitsFor.RELEASE;
            case REJECTED, FAILED, CANCELED -> WaitsFor.RETRY_OR_CLOSE;
            case FAILED_AFTER_PAID, RETURNED -> inSuspense.isPositive() ? WaitsFor.DESTINATION : WaitsFor.NOTHING;
            case PAID, CLOSED, FOUND_LATE -> WaitsFor.NOTHING;
        };
    }

    public enum WaitsFor {
        SUBMISSION,
        /** A submission that is held back until its release is sealed; only the gate knows. */
        SEAL,
        PROVIDER,
        BANK,
        LOOKUP,
        RELEASE,
        RETRY_OR_CLOSE,
        DESTINATION,
        NOTHING
    }

    /** A line of a batch that was not paid. */
    public record Dropped(
            PayoutId id, AccountId account, String batch, Money amount, DropReason reason, List<String> blocking) {
        public Dropped {
            blocking = List.copyOf(blocking);
        }
    }

    /** One thing that happened to a payout. {@code what} is the event's name. */
    public record Moment(
            long position,
            String what,
            int attempt,
            @Nullable String detail,
            Instant occurredAt) {}

    /** @param kind a {@link MismatchKind}, or {@code FOUND_LATE} for what was paid after its end */
    public record Disagreement(PayoutId payout, String kind, Instant occurredAt) {}

    /** What of one account entry this payout pays. */
    public record Part(AccountEntryView entry, Money amount) {}
}
