package io.daybook.api.drill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountId;
import io.daybook.account.AccountModule;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.postgres.DatabaseAccess;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rider;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** One more node, as far as the log knows: its clock is behind, and it may stand still between writing and committing. */
final class SlowWriter implements AutoCloseable {
    private static final Subject WHO = new Subject("latecomer");

    private final HikariDataSource pool;
    private final EventLog log;
    private final InstantSource clock;
    private int number;

    SlowWriter(DatabaseAccess access, Duration behind) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.application().user());
        config.setPassword(access.application().password());
        config.setMaximumPoolSize(2);
        config.setSchema("daybook");
        pool = new HikariDataSource(config);
        clock = () -> Instant.now().minus(behind);
        log = EventLog.open(pool, clock, List.of(AccountModule.feature(Duration.ZERO)), StoredEvents.types());
    }

    /** Holds a cent of theirs; the transaction stays open for so long after it has written. */
    void placeHold(String contractor, Duration open) {
        HoldId hold = HoldId.of("late-" + ++number);
        AccountId account = AccountId.of(new ContractorId(contractor), Currencies.of("USD"));
        List<Rider> riders = open.isZero() ? List.of() : List.of(new StandStillTable(open));
        Outcome outcome = log.commands()
                .send(
                        new PlaceHold(account, hold, Money.of(1, "USD"), clock.instant()),
                        Cause.of(new CommandId("late-" + number), WHO),
                        riders);
        if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException("not done: " + outcome);
    }

    @Override
    public void close() throws InterruptedException {
        log.close();
        pool.close();
    }
}
