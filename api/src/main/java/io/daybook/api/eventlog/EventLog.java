package io.daybook.api.eventlog;

import io.daybook.kernel.Commands;
import io.daybook.kernel.Feature;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
    private final DataSource database;

    private EventLog(
            Configuration axon,
            Appender appender,
            Commands commands,
            LogReader reader,
            HeadWatch head,
            DataSource database) {
        this.database = database;
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
        return new EventLog(axon, appender, commands, reader, head, database);
    }

    public Commands commands() {
        return commands;
    }

    public LogReader reader() {
        return reader;
    }

    /** All facts of one stream, the first first. */
    public List<Recorded> history(String stream) {
        try (Connection connection = database.getConnection()) {
            return reader.stream(connection, stream, 0);
        } catch (SQLException e) {
            throw new IllegalStateException("a stream could not be read", e);
        }
    }

    /** The last fact of one stream. */
    public Optional<Recorded> last(String stream) {
        try (Connection connection = database.getConnection()) {
            return reader.last(connection, stream);
        } catch (SQLException e) {
            throw new IllegalStateException("the end of a stream could not be read", e);
        }
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
