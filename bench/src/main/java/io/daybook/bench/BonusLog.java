package io.daybook.bench;

import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountId;
import io.daybook.account.AccountModule;
import io.daybook.account.Adjustment;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.api.eventlog.EventLog;
import io.daybook.api.eventlog.Projector;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.JournalModule;
import io.daybook.kernel.Cause;
import io.daybook.kernel.CommandId;
import io.daybook.kernel.Feature;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A log of bonuses, fifty for each person and two events each, with the read models that make accounts and books of it. */
final class BonusLog implements AutoCloseable {
    static final int EACH = 50;
    private static final int EVENTS_OF_A_BONUS = 2;
    private static final int CALLERS = 64;
    private static final int AT_A_TIME = 5_000;
    private static final Currency USD = Currencies.of("USD");
    private static final Subject MAKER = new Subject("maker");

    private final List<Feature> features =
            List.of(AccountModule.feature(Duration.ZERO), JournalModule.feature(ZoneOffset.UTC));
    private final DataSource database;
    private final EventLog log;
    private int people;

    BonusLog(DataSource database) {
        this.database = database;
        this.log = EventLog.open(database, InstantSource.system(), features, StoredEvents.types());
    }

    int people() {
        return people;
    }

    static ContractorId person(int number) {
        return ContractorId.of("person-" + number);
    }

    /** With more people, until there are as many events, more or less. */
    void growTo(int events) throws Exception {
        int before = people;
        people = Math.max(1, events / EVENTS_OF_A_BONUS / EACH);
        AtomicInteger next = new AtomicInteger(before * EACH);
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++)
                running.add(callers.submit(() -> {
                    for (int n = next.getAndIncrement(); n < people * EACH; n = next.getAndIncrement())
                        give(n, before + of(n - before * EACH, people - before));
                }));
            for (Future<?> caller : running) caller.get();
        }
    }

    /**
     * Neighbours in the log are of different people, as in life; and as in life most are of people who were heard of lately, so that
     * their accounts are in memory.
     */
    private static int of(int bonus, int newcomers) {
        int block = bonus / (AT_A_TIME * EACH) * AT_A_TIME;
        return block + bonus % Math.min(AT_A_TIME, newcomers - block);
    }

    private void give(int number, int to) {
        ContractorId who = person(to);
        Adjustment bonus = new Adjustment(
                AdjustmentId.of("bonus-" + number),
                AdjustmentKind.BONUS,
                Money.of(100 + number % 1000, "USD"),
                new Sealed(who.person(), new byte[64]),
                null);
        PostAdjustment order = new PostAdjustment(
                AccountId.of(who, USD), bonus, Actor.staff(MAKER), Money.of(1_000_000, "USD"), Instant.now());
        Outcome outcome = log.commands().send(order, Cause.of(new CommandId("bonus-" + number), MAKER));
        if (!(outcome instanceof Outcome.Done)) throw new IllegalStateException("not done: " + outcome);
    }

    Projector projector() throws SQLException {
        List<ReadModel<?>> models = new ArrayList<>();
        features.forEach(feature -> models.addAll(feature.readModels()));
        Projector projector = new Projector(database, log.reader(), models);
        projector.begin();
        return projector;
    }

    @Override
    public void close() throws InterruptedException {
        log.close();
    }
}
