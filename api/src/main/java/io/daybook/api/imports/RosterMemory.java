package io.daybook.api.imports;

import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.ChangeContractorDetails;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorCommand.SetPayoutDestination;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Findable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a chunk's people and engagements look like: as the views showed them, and as the chunk's own orders left them. */
final class RosterMemory {
    private final Map<ContractorId, ContractorView> contractors;
    private final Map<EngagementId, EngagementView> engagements;
    private final EngagementViews views;

    RosterMemory(
            Map<ContractorId, ContractorView> contractors,
            Map<EngagementId, EngagementView> engagements,
            EngagementViews views) {
        this.contractors = new ConcurrentHashMap<>(contractors);
        this.engagements = new ConcurrentHashMap<>(engagements);
        this.views = views;
    }

    @Nullable
    ContractorView contractor(ContractorId id) {
        return contractors.get(id);
    }

    @Nullable
    EngagementView engagement(EngagementId id) {
        return engagements.get(id);
    }

    boolean hasEngagements(ContractorId contractor) {
        return !views.ofContractor(contractor).isEmpty();
    }

    void registered(RegisterContractor c) {
        Findable first = c.destination();
        contractors.put(
                c.contractor(),
                new ContractorView(
                        c.contractor(),
                        c.reference(),
                        c.name(),
                        c.email(),
                        c.country(),
                        c.currency(),
                        first == null ? Set.of(BlockingReason.PAYOUT_DESTINATION) : Set.of(),
                        first == null ? null : new ContractorView.Destination(first, 1, c.at()),
                        null,
                        c.at()));
    }

    void changed(ContractorView before, ChangeContractorDetails c) {
        ContractorView now = now(before);
        contractors.put(
                c.contractor(),
                new ContractorView(
                        now.id(),
                        now.reference(),
                        c.name(),
                        c.email(),
                        c.country(),
                        now.currency(),
                        now.raised(),
                        now.destination(),
                        now.proposal(),
                        now.registeredAt()));
    }

    void asserted(ContractorView before, Set<BlockingReason> met) {
        ContractorView now = now(before);
        Set<BlockingReason> raised = EnumSet.noneOf(BlockingReason.class);
        raised.addAll(now.raised());
        raised.removeAll(met);
        put(now, raised, now.destination(), now.proposal());
    }

    void destined(ContractorView before, SetPayoutDestination c) {
        ContractorView now = now(before);
        if (now.destination() == null)
            put(now, now.raised(), new ContractorView.Destination(c.destination(), 1, c.at()), null);
        else
            put(
                    now,
                    now.raised(),
                    now.destination(),
                    new ContractorView.Proposal(0, c.destination(), c.actor().subject(), c.at()));
    }

    void started(StartEngagement c) {
        EngagementView before = engagements.get(c.engagement());
        List<RateVersion> rates =
                new ArrayList<>(before == null ? List.of() : before.terms().rates());
        rates.add(new RateVersion(rates.size() + 1, c.rate(), c.rateFrom()));
        engagements.put(
                c.engagement(),
                new EngagementView(
                        c.engagement(),
                        c.project(),
                        c.overlap(),
                        new Terms(c.currency(), c.weeklyCapSeconds(), rates, null),
                        c.at()));
    }

    private ContractorView now(ContractorView before) {
        return contractors.getOrDefault(before.id(), before);
    }

    private void put(
            ContractorView now,
            Set<BlockingReason> raised,
            ContractorView.@Nullable Destination destination,
            ContractorView.@Nullable Proposal proposal) {
        contractors.put(
                now.id(),
                new ContractorView(
                        now.id(),
                        now.reference(),
                        now.name(),
                        now.email(),
                        now.country(),
                        now.currency(),
                        raised,
                        destination,
                        proposal,
                        now.registeredAt()));
    }
}
