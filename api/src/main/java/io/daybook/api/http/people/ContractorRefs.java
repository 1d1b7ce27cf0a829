package io.daybook.api.http.people;

import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorViews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks references up, for many contractors at once. */
@Component
public final class ContractorRefs {
    private final ContractorViews contractors;

    public ContractorRefs(ContractorViews contractors) {
        this.contractors = contractors;
    }

    public ContractorRef of(ContractorId id) {
        return of(List.of(id)).of(id);
    }

    public Known of(Collection<ContractorId> ids) {
        return new Known(contractors.references(Set.copyOf(ids)));
    }

    /** What was found; the reference of somebody unknown is empty. */
    public record Known(Map<ContractorId, String> references) {
        public ContractorRef of(ContractorId id) {
            return new ContractorRef(id, references.getOrDefault(id, ""));
        }
    }
}
