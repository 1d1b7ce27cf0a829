package io.daybook.contractor;

import io.daybook.kernel.Findable;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about a contractor look at.
 *
 * @param name the name's index; empty until registered
 * @param holds those that stand; an empty amount holds everything
 * @param proposals how many destinations were ever proposed
 */
record ContractorState(
        String name,
        String email,
        @Nullable Currency currency,
        Set<BlockingReason> raised,
        Map<HoldId, Optional<Money>> holds,
        @Nullable Findable destination,
        int destinations,
        @Nullable Proposal proposal,
        int proposals) {
    static final ContractorState UNKNOWN = new ContractorState("", "", null, Set.of(), Map.of(), null, 0, null, 0);

    /** What blocks a contractor from registration on. */
    static final List<BlockingReason> AT_FIRST =
            List.of(BlockingReason.KYC, BlockingReason.TAX_FORM, BlockingReason.PAYOUT_DESTINATION);

    /** @param replaces whether another waited when it came */
    record Proposal(Findable destination, Subject proposer, boolean replaces) {}

    boolean registered() {
        return !name.isEmpty();
    }

    boolean holdsEverything() {
        return holds.containsValue(Optional.<Money>empty());
    }

    ContractorState named(Findable newName, Findable newEmail) {
        return new ContractorState(
                newName.index(),
                newEmail.index(),
                currency,
                raised,
                holds,
                destination,
                destinations,
                proposal,
                proposals);
    }

    ContractorState paidIn(Currency registered) {
        return new ContractorState(
                name, email, registered, raised, holds, destination, destinations, proposal, proposals);
    }

    /** Whether it is where they are paid, or what a change waits for; to name none says nothing. */
    boolean knows(@Nullable Findable wanted) {
        return wanted == null
                || destination != null && destination.sameAs(wanted)
                || proposal != null && proposal.destination().sameAs(wanted);
    }

    ContractorState raise(BlockingReason reason) {
        Set<BlockingReason> more = EnumSet.of(reason);
        more.addAll(raised);
        return with(more, holds);
    }

    ContractorState clear(BlockingReason reason) {
        Set<BlockingReason> fewer = EnumSet.noneOf(BlockingReason.class);
        fewer.addAll(raised);
        fewer.remove(reason);
        return with(fewer, holds);
    }

    ContractorState hold(HoldId hold, @Nullable Money amount) {
        Map<HoldId, Optional<Money>> more = new HashMap<>(holds);
        more.put(hold, Optional.ofNullable(amount));
        return with(raised, more);
    }

    ContractorState release(HoldId hold) {
        Map<HoldId, Optional<Money>> fewer = new HashMap<>(holds);
        fewer.remove(hold);
        return with(raised, fewer);
    }

    ContractorState destinationSet(Findable newDestination) {
        ContractorState open = clear(BlockingReason.PAYOUT_DESTINATION);
        return new ContractorState(
                name, email, currency, open.raised, holds, newDestination, destinations + 1, null, proposals);
    }

    ContractorState proposed(Findable newDestination, Subject proposer) {
        return new ContractorState(
                name,
                email,
                currency,
                raised,
                holds,
                destination,
                destinations,
                new Proposal(newDestination, proposer, proposal != null),
                proposals + 1);
    }

    private ContractorState with(Set<BlockingReason> newRaised, Map<HoldId, Optional<Money>> newHolds) {
        return new ContractorState(
                name, email, currency, newRaised, newHolds, destination, destinations, proposal, proposals);
    }
}
