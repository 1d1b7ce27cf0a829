package io.daybook.engagement;

import io.daybook.contractor.ContractorId;
import java.time.Instant;

/** An engagement as clients see it; its rate versions are in the order they were agreed. */
public record EngagementView(EngagementId id, String project, Overlap overlap, Terms terms, Instant startedAt) {
    public ContractorId contractor() {
        return id.contractor();
    }
}
