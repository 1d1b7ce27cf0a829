package io.daybook.notice;

import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Findable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Addresses that became known, and what is to be told to whichever stood by then. */
final class NoticeRows {
    record Contact(ContractorId contractor, long seq, Findable email, Instant knownAt) {}

    record Wanted(
            String event,
            ContractorId contractor,
            long seq,
            Notice.Kind kind,
            String subject,
            long position,
            Instant occurredAt) {}

    final List<Contact> contacts = new ArrayList<>();
    final List<Wanted> wanted = new ArrayList<>();
}
