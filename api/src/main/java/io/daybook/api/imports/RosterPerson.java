package io.daybook.api.imports;

import io.daybook.contractor.Actor;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.ChangeContractorDetails;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorCommand.UpdateRequirements;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.Overlap;
import io.daybook.imports.RosterRow;
import io.daybook.imports.RowError;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One contractor's rows of a chunk, applied in the file's order to what is known of them by then. */
final class RosterPerson {
    private static final Set<BlockingReason> ASSERTED = Set.of(BlockingReason.KYC, BlockingReason.TAX_FORM);

    private final RosterOrders orders;
    private final ImportRecord record;
    private final ContractorId contractor;
    private final RosterMemory memory;

    RosterPerson(RosterOrders orders, ImportRecord record, ContractorId contractor, RosterMemory memory) {
        this.orders = orders;
        this.record = record;
        this.contractor = contractor;
        this.memory = memory;
    }

    /** An order that is due, and what is known once it was carried out. */
    private record Due(DomainCommand command, Runnable learn) {}

    /** @param changedBefore whether this row changed something before its import was killed */
    Fate apply(long row, RosterRow wanted, boolean changedBefore) {
        List<Due> due = due(wanted, orders.now());
        for (Due order : due) {
            Optional<Rejection> refused = orders.give(record, row, order.command());
            if (refused.isPresent()) return rejected(row, refused.get());
            order.learn().run();
        }
        return due.isEmpty() && !changedBefore ? new Fate.Duplicate(row) : new Fate.Accepted(row);
    }

    /** The engagement comes before anything a refused row should leave alone; only somebody new is registered first. */
    private List<Due> due(RosterRow wanted, Instant at) {
        List<Due> due = new ArrayList<>();
        ContractorView known = memory.contractor(contractor);
        if (known == null) due.add(registration(wanted, at));
        if (!stands(wanted)) due.add(engagement(wanted, at));
        if (known == null) return due;
        if (!sameDetails(known, wanted)) due.add(details(known, wanted, at));
        if (known.raised().stream().anyMatch(ASSERTED::contains) && !memory.hasEngagements(contractor))
            due.add(requirements(known, at));
        if (!sameDestination(known, wanted.payoutDestination())) due.add(destination(known, wanted, at));
        return due;
    }

    private Due registration(RosterRow wanted, Instant at) {
        RegisterContractor command = new RegisterContractor(
                contractor,
                wanted.reference(),
                orders.personal().name(contractor, wanted.name()),
                orders.personal().email(contractor, wanted.email()),
                orders.personal().seal(contractor, wanted.country()),
                wanted.currency(),
                wanted.payoutDestination().isEmpty()
                        ? null
                        : orders.personal().destination(contractor, wanted.payoutDestination()),
                ASSERTED,
                at);
        return new Due(command, () -> memory.registered(command));
    }

    private boolean stands(RosterRow wanted) {
        EngagementView running = memory.engagement(EngagementId.of(contractor, wanted.project()));
        return running != null
                && running.overlap() == overlap(wanted)
                && running.terms().currency().equals(wanted.currency())
                && Objects.equals(running.terms().weeklyCapSeconds(), wanted.weeklyCapSeconds())
                && running.terms().rates().stream()
                        .anyMatch(rate -> rate.from().equals(wanted.rateFrom())
                                && rate.rate().equals(wanted.rate()));
    }

    private Due engagement(RosterRow wanted, Instant at) {
        StartEngagement command = new StartEngagement(
                EngagementId.of(contractor, wanted.project()),
                wanted.project(),
                wanted.currency(),
                overlap(wanted),
                wanted.weeklyCapSeconds(),
                wanted.rate(),
                wanted.rateFrom(),
                at);
        return new Due(command, () -> memory.started(command));
    }

    private boolean sameDetails(ContractorView known, RosterRow wanted) {
        return known.name().index().equals(orders.personal().nameIndex(wanted.name()))
                && known.email().index().equals(orders.personal().emailIndex(wanted.email()))
                && orders.says(known.country(), wanted.country());
    }

    private Due details(ContractorView known, RosterRow wanted, Instant at) {
        ChangeContractorDetails command = new ChangeContractorDetails(
                contractor,
                orders.personal().name(contractor, wanted.name()),
                orders.personal().email(contractor, wanted.email()),
                orders.personal().seal(contractor, wanted.country()),
                at);
        return new Due(command, () -> memory.changed(known, command));
    }

    private Due requirements(ContractorView known, Instant at) {
        return new Due(
                new UpdateRequirements(
                        contractor,
                        Set.of(),
                        ASSERTED,
                        Actor.staff(record.request().actor()),
                        at),
                () -> memory.asserted(known, ASSERTED));
    }

    private boolean sameDestination(ContractorView known, String wanted) {
        if (wanted.isEmpty()) return true;
        String index = orders.personal().destinationIndex(wanted);
        ContractorView.Destination now = known.destination();
        ContractorView.Proposal proposed = known.proposal();
        return now != null && now.destination().index().equals(index)
                || proposed != null && proposed.destination().index().equals(index);
    }

    /** The first counts at once; another one waits for a second person. */
    private Due destination(ContractorView known, RosterRow wanted, Instant at) {
        SetPayoutDestination command = new SetPayoutDestination(
                contractor,
                orders.personal().destination(contractor, wanted.payoutDestination()),
                Actor.staff(record.request().actor()),
                orders.coolDown(),
                at);
        return new Due(command, () -> memory.destined(known, command));
    }

    private static Overlap overlap(RosterRow wanted) {
        return wanted.overlapAllowed() ? Overlap.ALLOW : Overlap.REFUSE;
    }

    private static Fate rejected(long row, Rejection reason) {
        String column = switch (reason.code()) {
            case "rate-conflict" -> "rateFrom";
            case "currency-mismatch" -> "currency";
            case "not-positive" -> "weeklyCapHours";
            case "reference-taken" -> "reference";
            default -> "project";
        };
        return new Fate.Rejected(row, new RowError(column, reason.code(), reason.message()));
    }
}
