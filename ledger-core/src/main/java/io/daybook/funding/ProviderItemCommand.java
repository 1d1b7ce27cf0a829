package io.daybook.funding;

import io.daybook.kernel.DomainCommand;
import java.time.Instant;

/** What the stream of one provider item can be told. */
public sealed interface ProviderItemCommand extends DomainCommand {
    /** Never refused: a fact from outside. */
    record RecordItem(ProviderItem item, Instant at) implements ProviderItemCommand {
        @Override
        public String streamId() {
            return item.id().value();
        }
    }
}
