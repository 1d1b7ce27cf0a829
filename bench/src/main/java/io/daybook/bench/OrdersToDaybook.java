package io.daybook.bench;

import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountId;
import io.daybook.account.AccountModule;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.bench.Load.Operation;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Holds on the accounts of people at random: load, decide, append, and remember the answer under the order's id. */
final class OrdersToDaybook implements Operation, AutoCloseable {
    static final int PEOPLE = 20_000;
    private static final Currency USD = Currencies.of("USD");
    private static final Subject MAKER = new Subject("maker");

    private final EventLog log;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();

    OrdersToDaybook(DataSource pool) {
        log = EventLog.open(
                pool, InstantSource.system(), List.of(AccountModule.feature(Duration.ZERO)), StoredEvents.types());
    }

    @Override
    public void run(int caller) {
        long number = numbers.incrementAndGet();
        Outcome outcome = log.commands().send(hold(number), Cause.of(new CommandId("hold-" + number), MAKER));
        if (!(outcome instanceof Outcome.Done done) || !done.isNew())
            throw new IllegalStateException("not done: " + outcome);
        acknowledged.incrementAndGet();
    }

    private static PlaceHold hold(long number) {
        ContractorId who =
                ContractorId.of("person-" + ThreadLocalRandom.current().nextInt(PEOPLE));
        HoldId hold = HoldId.of("bench-" + number);
        return new PlaceHold(AccountId.of(who, USD), hold, Money.of(1 + number % 1000, "USD"), Instant.now());
    }

    long acknowledged() {
        return acknowledged.get();
    }

    @Override
    public void close() throws InterruptedException {
        log.close();
    }
}
