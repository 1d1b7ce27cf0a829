package io.daybook.api.imports;

import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorViews;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementViews;
import io.daybook.imports.Parsed;
import io.daybook.imports.RosterRow;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/**
 * Brings contractors and engagements to what a roster says. A row that says what stands already is a duplicate, so the
 * views must show everything that earlier rows have done.
 */
final class RosterRowHandler implements RowHandler<RosterRow> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ContractorViews contractors;
    private final EngagementViews engagements;
    private final ProjectionProgress views;
    private final PersonVault vault;
    private final AppliedTable applied;
    private final RosterOrders orders;
    private final ExecutorService workers;

    RosterRowHandler(
            ContractorViews contractors,
            EngagementViews engagements,
            ProjectionProgress views,
            PersonVault vault,
            AppliedTable applied,
            RosterOrders orders,
            ExecutorService workers) {
        this.contractors = contractors;
        this.engagements = engagements;
        this.views = views;
        this.vault = vault;
        this.applied = applied;
        this.orders = orders;
        this.workers = workers;
    }

    /** A row may be about somebody whom the row before has made, so nothing can be looked up before its turn. */
    @Override
    public Prepared prepare(ImportRecord record, List<Parsed<RosterRow>> rows) {
        return () -> decide(record, rows);
    }

    private Tally decide(ImportRecord record, List<Parsed<RosterRow>> rows) {
        if (!views.awaitCaughtUp(PATIENCE)) throw new IllegalStateException("the views are far behind the log");
        List<Fate> fates = new ArrayList<>();
        Map<ContractorId, List<Parsed.Good<RosterRow>>> people = new LinkedHashMap<>();
        for (Parsed<RosterRow> row : rows) {
            switch (row) {
                case Parsed.Bad<RosterRow> bad -> fates.add(new Fate.Rejected(bad.row(), bad.error()));
                case Parsed.Good<RosterRow> good ->
                    people.computeIfAbsent(ContractorId.of(good.value().reference()), person -> new ArrayList<>())
                            .add(good);
            }
        }
        vault.prepare(people.keySet().stream().map(ContractorId::person).toList());
        RosterMemory memory = new RosterMemory(
                contractors.byIds(people.keySet()), engagements.byIds(engagementsOf(people)), engagements);
        Set<Long> before =
                applied.among(record.id(), rows.stream().map(Parsed::row).toList());
        fates.addAll(SideBySide.each(workers, people.entrySet(), person -> {
            RosterPerson state = new RosterPerson(orders, record, person.getKey(), memory);
            return person.getValue().stream()
                    .map(row -> state.apply(row.row(), row.value(), before.contains(row.row())))
                    .toList();
        }));
        return Tally.of(fates, Map.of());
    }

    private static Set<EngagementId> engagementsOf(Map<ContractorId, List<Parsed.Good<RosterRow>>> people) {
        return people.entrySet().stream()
                .flatMap(person -> person.getValue().stream()
                        .map(row -> EngagementId.of(person.getKey(), row.value().project())))
                .collect(Collectors.toSet());
    }
}
