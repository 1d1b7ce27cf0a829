package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** Reads single facts straight from the log, for whoever cannot wait for a view. */
public final class WrittenFacts {
    private final DataSource database;
    private final LogReader reader;

    public WrittenFacts(DataSource database, LogReader reader) {
        this.database = database;
        this.reader = reader;
    }

    /** The fact at a position, if there is one. */
    public Optional<DomainEvent> at(long position) {
        Optional<DomainEvent> own = reader.justWritten(position);
        return own.isPresent() ? own : read(position);
    }

    /** Those facts of a stream that are of these kinds, the newest first. */
    public List<Recorded> ofStream(String stream, Set<Class<? extends DomainEvent>> kinds) {
        List<String> types = kinds.stream().map(Class::getSimpleName).sorted().toList();
        try (Connection connection = database.getConnection()) {
            return reader.newestOf(connection, stream, types);
        } catch (SQLException e) {
            throw new IllegalStateException("the log of " + stream + " could not be read", e);
        }
    }

    private Optional<DomainEvent> read(long position) {
        try (Connection connection = database.getConnection()) {
            return reader.after(connection, position - 1, 1).stream()
                    .filter(fact -> fact.position() == position)
                    .map(Recorded::event)
                    .findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read at position " + position, e);
        }
    }
}
