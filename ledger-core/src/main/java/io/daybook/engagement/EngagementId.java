package io.daybook.engagement;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Hash;

/** A contractor on a project. */
public record EngagementId(String value) {
    private static final String PREFIX = "engagement-";

    public EngagementId {
        if (!value.startsWith(PREFIX) || value.indexOf('-', PREFIX.length()) < 0)
            throw new IllegalArgumentException("not an engagement's id");
    }

    public static EngagementId of(ContractorId contractor, String project) {
        return ofKeys(contractor.key(), Hash.shortKey(project));
    }

    public static EngagementId ofKeys(String contractorKey, String projectKey) {
        return new EngagementId(PREFIX + contractorKey + "-" + projectKey);
    }

    public ContractorId contractor() {
        return ContractorId.ofKey(value.substring(PREFIX.length(), value.lastIndexOf('-')));
    }

    public String projectKey() {
        return value.substring(value.lastIndexOf('-') + 1);
    }
}
