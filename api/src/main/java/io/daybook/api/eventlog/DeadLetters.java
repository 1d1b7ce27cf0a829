package io.daybook.api.eventlog;

import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the views lack, for people: to look at, and to have tried again once the reason is gone. */
public final class DeadLetters {
    private static final int IN_ONE_TRANSACTION = 500;

    private final DataSource database;
    private final LogReader reader;
    private final Projector projector;
    private final DeadLetterTable table;

    public DeadLetters(DataSource database, LogReader reader, Projector projector) {
        this.database = database;
        this.reader = reader;
        this.projector = projector;
        this.table = projector.letters();
    }

    /** In the order of the log, behind {@code after}. */
    public List<DeadLetter> list(long after, int limit) {
        return reading(connection -> table.list(connection, after, limit));
    }

    public long count() {
        return reading(table::count);
    }

    /** @param shown facts that the views show now; @param parked what they still lack, of every stream */
    public record Retried(long shown, long parked) {}

    /**
     * Takes in, stream by stream and in order, what can be taken in by now; a stream stops at the first that cannot. The same
     * again changes nothing. Errors: IllegalStateException when the database fails.
     *
     * @param stream the only one to try; null for all
     */
    public Retried retry(@Nullable String stream) {
        try {
            Set<String> stopped = new HashSet<>();
            long shown = 0;
            long after = 0;
            while (true) {
                long from = after;
                Run run = InOneTransaction.of(database, connection -> run(connection, from, stream, stopped));
                shown += run.shown();
                if (run.last() == from) return new Retried(shown, count());
                after = run.last();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("what is parked could not be tried again", e);
        }
    }

    /** @param last the position it came to; where it began when there was no more */
    private record Run(long shown, long last) {}

    private Run run(Connection connection, long after, @Nullable String stream, Set<String> stopped)
            throws SQLException {
        long shownByAll = projector.lockTokens(connection);
        long shown = 0;
        long last = after;
        for (DeadLetter letter : table.list(connection, after, IN_ONE_TRANSACTION)) {
            if (letter.position() > shownByAll) break;
            last = letter.position();
            boolean wanted = stream == null || stream.equals(letter.stream());
            if (!wanted || stopped.contains(letter.stream())) continue;
            if (again(connection, letter)) shown++;
            else stopped.add(letter.stream());
        }
        return new Run(shown, last);
    }

    private boolean again(Connection connection, DeadLetter letter) throws SQLException {
        Recorded fact = reader.after(connection, letter.position() - 1, 1).getFirst();
        Optional<Poison> poison = projector.takeInAgain(connection, fact);
        if (poison.isPresent()) table.failedAgain(connection, letter.position(), poison.get());
        else table.shown(connection, letter.position());
        return poison.isEmpty();
    }

    private <T> T reading(InOneTransaction.Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("what is parked could not be read", e);
        }
    }
}
