package io.daybook.api.webhooks;

import io.daybook.account.EntryEvent;
import io.daybook.account.PayoutEvent;
import io.daybook.contractor.ContractorEvent;
import io.daybook.engagement.EngagementEvent;
import io.daybook.funding.FundingEvent;
import io.daybook.funding.ProviderItemEvent;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Projection;
import io.daybook.kernel.Recorded;
import io.daybook.payout.BatchLinesEvent;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.period.PeriodEvent;
import io.daybook.timesheet.TimesheetEvent;
import java.util.List;
import java.util.Optional;

/** Which facts are told outside, and in which words. The same fact gives the same words, whenever it is asked. */
final class Catalogue implements Projection<List<Message>> {
    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public List<Message> fold(List<Recorded> facts) {
        return facts.stream().flatMap(fact -> of(fact).stream()).toList();
    }

    /** Empty for what is nobody's business outside. */
    static Optional<Message> of(Recorded fact) {
        return body(fact, fact.event())
                .map(body -> new Message(fact.position(), fact.eventId(), body.type(), body.text()));
    }

    private static Optional<Body> body(Recorded fact, DomainEvent event) {
        return switch (event) {
            case PayoutEvent payout -> PayoutWords.of(fact, payout);
            case EntryEvent entry -> BookWords.of(fact, entry);
            case PayoutBatchEvent batch -> BatchWords.of(fact, batch);
            case TimesheetEvent sheet -> PeopleWords.of(fact, sheet);
            case ContractorEvent contractor -> PeopleWords.of(fact, contractor);
            case FundingEvent funding -> BookWords.of(fact, funding);
            case ProviderItemEvent item -> BookWords.of(fact, item);
            case PeriodEvent period -> BookWords.of(fact, period);
            case BatchLinesEvent lines -> Optional.empty();
            case EngagementEvent engagement -> Optional.empty();
            default -> Optional.empty();
        };
    }
}
