package io.daybook.notice;

import io.daybook.contractor.ContractorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads notices. */
public interface NoticeViews {
    /** In the order of the log, those behind {@code after}; nulls are the beginning, and everybody. */
    List<Notice> page(@Nullable ContractorId contractor, @Nullable After after, int limit);

    /** Those to be sent that were not tried too lately, oldest first. */
    List<Notice> due(Instant now, int limit);

    /** How many wait to be sent, and since when. */
    Optional<Waiting> waiting();

    record After(long position, String id) {}

    record Waiting(long count, Instant since) {}
}
