package io.daybook.api.eventlog;

import io.daybook.kernel.Commands;
import io.daybook.kernel.Feature;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;

/** The log, opened: orders go in through {@link #commands()}, followers read it behind the head. */
public final class EventLog implements AutoCloseable {
    private static final int STATES_IN_MEMORY = 20_000;

    private final Configuration axon;
    private final Appender appender;
    private final Commands commands;
    private final LogReader reader;
    private final HeadWatch head;

    private EventLog(Configuration axon, Appender appender, Commands commands, LogReader reader, HeadWatch head) {
        this.axon = axon;
        this.appender = appender;
        this.commands = commands;
        this.reader = reader;
        this.head = head;
    }

    /** @param clock the one domain clock, which {@code recordedAt} comes from */
    public static EventLog open(DataSource database, InstantSource clock, List<Feature> features, EventTypes types) {
        EventJson json = new EventJson(types);
        HeadWatch head = new HeadWatch();
        RecentEvents recent = new RecentEvents();
        Appender appender = new Appender(database, clock, head::moved);
        StateCache states = new StateCache(STATES_IN_MEMORY);
        LogReader reader = new LogReader(json, recent);
        ReadAhead ahead = new ReadAhead(reader);
        Configuration axon = AxonSetup.start(
                features, new PostgresEventStorage(database, json, reader, ahead, appender, recent), states);
        Commands commands = new CommandGate(axon.commandBus(), states, ahead, appender, database);
        return new EventLog(axon, appender, commands, reader, head);
    }

    public Commands commands() {
        return commands;
    }

    public LogReader reader() {
        return reader;
    }

    /** Wakes followers when this node has written. */
    public HeadWatch head() {
        return head;
    }

    @Override
    public void close() throws InterruptedException {
        axon.shutdown();
        appender.close();
    }
}
