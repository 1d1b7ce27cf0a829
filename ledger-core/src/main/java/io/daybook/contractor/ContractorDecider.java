package io.daybook.contractor;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.contractor.ContractorCommand.ApprovePayoutDestination;
import io.daybook.contractor.ContractorCommand.ChangeContractorDetails;
import io.daybook.contractor.ContractorCommand.LiftHold;
import io.daybook.contractor.ContractorCommand.PlaceHold;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.contractor.ContractorEvent.BlockingReasonCleared;
import io.daybook.contractor.ContractorEvent.BlockingReasonRaised;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorRejection.HoldNotPositive;
import io.daybook.contractor.ContractorRejection.NeedsSecondPerson;
import io.daybook.contractor.ContractorRejection.NoProposal;
import io.daybook.contractor.ContractorRejection.NotARequirement;
import io.daybook.contractor.ContractorRejection.OwnBenefit;
import io.daybook.contractor.ContractorRejection.ReferenceTaken;
import io.daybook.contractor.ContractorRejection.StaleProposal;
import io.daybook.contractor.ContractorRejection.UnknownContractor;
import io.daybook.contractor.ContractorRejection.UnknownHold;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules about one contractor. */
final class ContractorDecider {
    static final Decider<ContractorCommand, ContractorState, ContractorEvent> DECIDER =
            new Decider<>(ContractorState.UNKNOWN, ContractorDecider::decide, ContractorDecider::evolve);

    private static final List<BlockingReason> DERIVED =
            List.of(BlockingReason.DESTINATION_COOLDOWN, BlockingReason.MANUAL_HOLD);

    private ContractorDecider() {}

    static Decision<ContractorEvent> decide(ContractorState state, ContractorCommand command) {
        if (command instanceof RegisterContractor register) return register(state, register);
        if (!state.registered()) return reject(new UnknownContractor(command.contractor()));
        return switch (command) {
            case RegisterContractor c -> register(state, c);
            case ChangeContractorDetails c ->
                accept(new ContractorDetailsChanged(c.contractor(), c.name(), c.email(), c.country(), c.at()));
            case UpdateRequirements c -> update(state, c);
            case SetPayoutDestination c -> setDestination(state, c);
            case ApprovePayoutDestination c -> approve(state, c);
            case PlaceHold c -> place(state, c);
            case LiftHold c -> lift(state, c);
        };
    }

    private static Decision<ContractorEvent> register(ContractorState state, RegisterContractor c) {
        if (state.registered())
            return state.name().equals(c.name().index())
                            && state.email().equals(c.email().index())
                            && c.currency().equals(state.currency())
                            && state.knows(c.destination())
                    ? accept()
                    : reject(new ReferenceTaken(c.contractor()));
        Optional<BlockingReason> derived = firstOf(DERIVED, c.met());
        if (derived.isPresent()) return reject(new NotARequirement(derived.get()));
        List<ContractorEvent> facts = new ArrayList<>();
        facts.add(new ContractorRegistered(
                c.contractor(), c.reference(), c.name(), c.email(), c.country(), c.currency(), c.at()));
        if (c.destination() != null)
            facts.add(new PayoutDestinationSet(c.contractor(), c.destination(), 1, c.at(), c.at()));
        for (BlockingReason reason : ContractorState.AT_FIRST)
            if (reason != BlockingReason.PAYOUT_DESTINATION && c.met().contains(reason))
                facts.add(new BlockingReasonCleared(c.contractor(), reason, c.at()));
        return accept(facts);
    }

    private static Decision<ContractorEvent> update(ContractorState state, UpdateRequirements c) {
        Optional<BlockingReason> derived = firstOf(DERIVED, c.raised()).or(() -> firstOf(DERIVED, c.cleared()));
        if (derived.isPresent()) return reject(new NotARequirement(derived.get()));
        if (!c.cleared().isEmpty() && c.by().is(c.contractor())) return reject(new OwnBenefit(c.contractor()));
        if (c.cleared().contains(BlockingReason.PAYOUT_DESTINATION) && state.destination() == null)
            return reject(new NotARequirement(BlockingReason.PAYOUT_DESTINATION));
        List<ContractorEvent> facts = new ArrayList<>();
        for (BlockingReason reason : BlockingReason.values()) {
            boolean stands = state.raised().contains(reason);
            if (c.raised().contains(reason)) {
                if (!stands) facts.add(new BlockingReasonRaised(c.contractor(), reason, c.at()));
            } else if (stands && c.cleared().contains(reason))
                facts.add(new BlockingReasonCleared(c.contractor(), reason, c.at()));
        }
        return accept(facts);
    }

    private static Decision<ContractorEvent> setDestination(ContractorState state, SetPayoutDestination c) {
        if (state.destination() == null)
            return accept(new PayoutDestinationSet(c.contractor(), c.destination(), 1, c.at(), c.at()));
        if (state.destination().sameAs(c.destination()))
            return state.raised().contains(BlockingReason.PAYOUT_DESTINATION)
                    ? accept(new BlockingReasonCleared(c.contractor(), BlockingReason.PAYOUT_DESTINATION, c.at()))
                    : accept();
        if (c.actor().is(c.contractor()))
            return accept(new PayoutDestinationSet(
                    c.contractor(), c.destination(), state.destinations() + 1, c.at().plus(c.coolDown()), c.at()));
        if (state.proposal() != null
                && state.proposal().destination().sameAs(c.destination())
                && state.proposal().proposer().equals(c.actor().subject())) return accept();
        return accept(new PayoutDestinationProposed(
                c.contractor(),
                state.proposals() + 1,
                c.destination(),
                c.actor().subject(),
                c.at()));
    }

    private static Decision<ContractorEvent> approve(ContractorState state, ApprovePayoutDestination c) {
        var proposal = state.proposal();
        if (proposal == null) return reject(new NoProposal(c.contractor()));
        if (!isSecond(c.approver(), proposal.proposer(), c.contractor()))
            return reject(new NeedsSecondPerson(c.contractor()));
        boolean seen = c.proposal() == null ? !proposal.replaces() : c.proposal() == state.proposals();
        if (!seen) return reject(new StaleProposal(c.contractor(), state.proposals()));
        return accept(
                new PayoutDestinationApproved(
                        c.contractor(), state.proposals(), c.approver().subject(), c.at()),
                new PayoutDestinationSet(
                        c.contractor(),
                        proposal.destination(),
                        state.destinations() + 1,
                        c.at().plus(c.coolDown()),
                        c.at()));
    }

    private static boolean isSecond(Actor approver, Subject proposer, ContractorId contractor) {
        Subject subject = approver.subject();
        return subject.isSomebody() && !subject.equals(proposer) && !approver.is(contractor);
    }

    private static Decision<ContractorEvent> place(ContractorState state, PlaceHold c) {
        Money amount = c.amount();
        if (amount != null && !amount.isPositive()) return reject(new HoldNotPositive(c.hold()));
        if (state.holds().containsKey(c.hold())) return accept();
        var placed = new HoldPlaced(c.contractor(), c.hold(), amount, c.reason(), c.at());
        return amount != null || state.holdsEverything()
                ? accept(placed)
                : accept(placed, new BlockingReasonRaised(c.contractor(), BlockingReason.MANUAL_HOLD, c.at()));
    }

    private static Decision<ContractorEvent> lift(ContractorState state, LiftHold c) {
        Optional<Money> amount = state.holds().get(c.hold());
        if (amount == null) return reject(new UnknownHold(c.hold()));
        if (c.by().is(c.contractor())) return reject(new OwnBenefit(c.contractor()));
        var lifted = new HoldLifted(c.contractor(), c.hold(), amount.orElse(null), c.at());
        return amount.isPresent() || state.release(c.hold()).holdsEverything()
                ? accept(lifted)
                : accept(lifted, new BlockingReasonCleared(c.contractor(), BlockingReason.MANUAL_HOLD, c.at()));
    }

    private static Optional<BlockingReason> firstOf(List<BlockingReason> looked, Set<BlockingReason> given) {
        return looked.stream().filter(given::contains).findFirst();
    }

    static ContractorState evolve(ContractorState state, ContractorEvent event) {
        return switch (event) {
            case ContractorRegistered e -> {
                ContractorState registered = state.named(e.name(), e.email()).paidIn(e.currency());
                for (BlockingReason reason : ContractorState.AT_FIRST) registered = registered.raise(reason);
                yield registered;
            }
            case ContractorDetailsChanged e -> state.named(e.name(), e.email());
            case BlockingReasonRaised e -> state.raise(e.reason());
            case BlockingReasonCleared e -> state.clear(e.reason());
            case PayoutDestinationSet e -> state.destinationSet(e.destination());
            case PayoutDestinationProposed e -> state.proposed(e.destination(), e.proposer());
            case PayoutDestinationApproved e -> state;
            case HoldPlaced e -> state.hold(e.hold(), e.amount());
            case HoldLifted e -> state.release(e.hold());
        };
    }
}
