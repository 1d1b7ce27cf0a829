package io.daybook.contractor;

import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked about one contractor. */
public sealed interface ContractorCommand extends DomainCommand {
    ContractorId contractor();

    @Override
    default String streamId() {
        return contractor().value();
    }

    /**
     * Registers; on a contractor already registered with the same name, e-mail, currency and destination it does nothing,
     * with others it is {@code reference-taken}. Two seals of one country differ, so whoever opens them compares those.
     *
     * @param destination the first one, if known: it starts no cool-down; none is no other one
     * @param met requirements asserted at once (KYC, TAX_FORM); the others block until they are
     */
    record RegisterContractor(
            ContractorId contractor,
            String reference,
            Findable name,
            Findable email,
            Sealed country,
            Currency currency,
            @Nullable Findable destination,
            Set<BlockingReason> met,
            Instant at)
            implements ContractorCommand {
        public RegisterContractor {
            met = Set.copyOf(met);
        }
    }

    /** Records the details as given: only the caller can tell whether a sealed country differs. */
    record ChangeContractorDetails(ContractorId contractor, Findable name, Findable email, Sealed country, Instant at)
            implements ContractorCommand {}

    /** Raises and clears blocking reasons; those that stand (or do not) already are skipped. Nobody clears their own. */
    record UpdateRequirements(
            ContractorId contractor, Set<BlockingReason> raised, Set<BlockingReason> cleared, Actor by, Instant at)
            implements ContractorCommand {
        public UpdateRequirements {
            raised = Set.copyOf(raised);
            cleared = Set.copyOf(cleared);
        }
    }

    /**
     * A first destination, or a change by the contractor, counts at once; a change by staff is only proposed.
     * The destination that stands already is confirmed, which clears PAYOUT_DESTINATION.
     */
    record SetPayoutDestination(
            ContractorId contractor, Findable destination, Actor actor, Duration coolDown, Instant at)
            implements ContractorCommand {}

    /** @param proposal the proposal seen; null for the only one there was, refused where it took the place of another */
    record ApprovePayoutDestination(
            ContractorId contractor, @Nullable Integer proposal, Actor approver, Duration coolDown, Instant at)
            implements ContractorCommand {}

    /** @param amount null blocks every payout (MANUAL_HOLD); an amount is held back by the account, not here */
    record PlaceHold(
            ContractorId contractor, HoldId hold, @Nullable Money amount, Sealed reason, Instant at)
            implements ContractorCommand {}

    /** Nobody lifts what holds their own money. */
    record LiftHold(ContractorId contractor, HoldId hold, Actor by, Instant at) implements ContractorCommand {}
}
