package io.daybook.notice;

import io.daybook.contractor.ContractorEvent;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.notice.NoticeRows.Contact;
import io.daybook.notice.NoticeRows.Wanted;
import java.util.List;

/** Who must hear of what. A destination that came with the registration is no change, and nobody's surprise. */
final class NoticeProjection implements Projection<NoticeRows> {
    @Override
    public String name() {
        return "notices";
    }

    @Override
    public NoticeRows fold(List<Recorded> facts) {
        NoticeRows rows = new NoticeRows();
        for (Recorded fact : facts)
            switch (fact.event()) {
                case ContractorRegistered e -> rows.contacts.add(contact(fact, e, e.email()));
                case ContractorDetailsChanged e -> {
                    rows.contacts.add(contact(fact, e, e.email()));
                    rows.wanted.add(wanted(fact, e, Notice.Kind.EMAIL_CHANGED));
                }
                case PayoutDestinationProposed e -> rows.wanted.add(wanted(fact, e, Notice.Kind.DESTINATION_PROPOSED));
                case PayoutDestinationSet e -> {
                    boolean registering = e.first() && fact.seq() <= 1;
                    if (!registering) rows.wanted.add(wanted(fact, e, Notice.Kind.DESTINATION_SET));
                }
                default -> {}
            }
        return rows;
    }

    private static Contact contact(Recorded fact, ContractorEvent event, Findable email) {
        return new Contact(event.contractor(), fact.seq(), email, event.occurredAt());
    }

    private static Wanted wanted(Recorded fact, ContractorEvent event, Notice.Kind kind) {
        return new Wanted(
                fact.eventId(),
                event.contractor(),
                fact.seq(),
                kind,
                fact.actor(),
                fact.position(),
                event.occurredAt());
    }
}
