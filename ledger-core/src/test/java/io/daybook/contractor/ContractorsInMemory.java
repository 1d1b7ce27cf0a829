package io.daybook.contractor;

import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contractors' rows as the projection folds them, kept in maps. */
public final class ContractorsInMemory implements ContractorViews {
    private final Map<String, ContractorView> rows = new TreeMap<>();

    public static Decider<ContractorCommand, ?, ContractorEvent> rules() {
        return ContractorDecider.DECIDER;
    }

    public void apply(List<Recorded> facts) {
        ContractorRows folded = new ContractorProjection().fold(facts);
        folded.registered.values().forEach(e -> rows.putIfAbsent(e.contractor().value(), row(e)));
        folded.blocks.forEach((block, stands) -> change(block.contractor(), row -> {
            Set<BlockingReason> raised = EnumSet.noneOf(BlockingReason.class);
            raised.addAll(row.raised());
            if (stands) raised.add(block.reason());
            else raised.remove(block.reason());
            return with(row, raised, row.destination());
        }));
        folded.destinations.values().forEach(e -> change(e.contractor(), row -> with(row, row.raised(), to(e))));
    }

    /** Nobody of the staff sets destinations here. */
    @Override
    public Map<ContractorId, Set<Integer>> destinationsSetBy(Subject subject) {
        return Map.of();
    }

    @Override
    public long proposedSince(Instant since) {
        return 0;
    }

    private void change(ContractorId id, UnaryOperator<ContractorView> change) {
        rows.computeIfPresent(id.value(), (key, row) -> change.apply(row));
    }

    private static ContractorView row(ContractorRegistered e) {
        return new ContractorView(
                e.contractor(),
                e.reference(),
                e.name(),
                e.email(),
                e.country(),
                e.currency(),
                Set.of(),
                null,
                null,
                e.occurredAt());
    }

    private static ContractorView.Destination to(PayoutDestinationSet e) {
        return new ContractorView.Destination(e.destination(), e.version(), e.coolsDownUntil());
    }

    private static ContractorView with(
            ContractorView row, Set<BlockingReason> raised, ContractorView.@Nullable Destination to) {
        return new ContractorView(
                row.id(),
                row.reference(),
                row.name(),
                row.email(),
                row.country(),
                row.currency(),
                raised,
                to,
                row.proposal(),
                row.registeredAt());
    }

    @Override
    public Optional<ContractorView> byId(ContractorId id) {
        return Optional.ofNullable(rows.get(id.value()));
    }

    @Override
    public Map<ContractorId, ContractorView> byIds(Collection<ContractorId> ids) {
        Map<ContractorId, ContractorView> found = new LinkedHashMap<>();
        for (ContractorId id : ids) byId(id).ifPresent(row -> found.put(id, row));
        return found;
    }

    @Override
    public Optional<ContractorView> byReference(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<ContractorId, String> references(Collection<ContractorId> ids) {
        return byIds(ids).values().stream().collect(Collectors.toMap(ContractorView::id, ContractorView::reference));
    }

    @Override
    public Map<String, ContractorView> byReferences(Collection<String> references) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContractorView> byEmailIndexes(Collection<String> indexes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContractorView> page(Search search, @Nullable String afterReference, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContractorView> byNameIndexes(Collection<String> indexes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ContractorId> paidIn(Currency currency) {
        return rows.values().stream()
                .filter(row -> row.currency().equals(currency))
                .sorted(Comparator.comparing(ContractorView::reference))
                .map(ContractorView::id)
                .toList();
    }

    @Override
    public List<ContractorView.Hold> holds(ContractorId contractor) {
        throw new UnsupportedOperationException();
    }
}
