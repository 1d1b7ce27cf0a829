package io.daybook.bench;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An account as one writes it for Axon: annotated, with an event of the same facts as Daybook's. */
public final class StockAccount {
    @AggregateIdentifier
    private @Nullable String account;

    private long owed;

    /** Orders a bonus. */
    public record Post(
            @TargetAggregateIdentifier String account,
            String adjustment,
            long minor,
            String currency,
            String reason,
            String maker) {
        static Post of(String account, long number) {
            return new Post(account, "adjustment-" + number, 1 + number % 1000, "USD", "x".repeat(64), "maker");
        }
    }

    /** A bonus was given. */
    public record Posted(
            String account, String adjustment, String kind, long minor, String currency, String reason, String maker) {}

    /** For Axon. */
    public StockAccount() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(Post order) {
        AggregateLifecycle.apply(new Posted(
                order.account(),
                order.adjustment(),
                "BONUS",
                order.minor(),
                order.currency(),
                order.reason(),
                order.maker()));
    }

    @EventSourcingHandler
    void on(Posted event) {
        account = event.account();
        owed += event.minor();
    }
}
