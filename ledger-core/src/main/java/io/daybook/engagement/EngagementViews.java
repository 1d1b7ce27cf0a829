package io.daybook.engagement;

import io.daybook.contractor.ContractorId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads engagements with their terms. */
public interface EngagementViews {
    Optional<EngagementView> byId(EngagementId id);

    /** Those of {@code ids} that exist. */
    Map<EngagementId, EngagementView> byIds(Collection<EngagementId> ids);

    /** In the order of projects. */
    List<EngagementView> ofContractor(ContractorId contractor);

    /** In the order of ids, those after {@code after}; null begins. A null {@code contractor} or {@code project} is any. */
    List<EngagementView> page(
            @Nullable ContractorId contractor, @Nullable String project, @Nullable EngagementId after, int limit);
}
