package io.daybook.api.eventlog;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Histories of streams to which orders are about to come, a query for a thousand. Each is handed out once: if something was written
 * to the stream since, the log refuses what was decided from it, and the next try reads it anew.
 */
final class ReadAhead {
    private static final int STREAMS_A_QUERY = 1_000;
    private static final int STREAMS_AT_MOST = 2_000;
    /** Some accounts are years old: what does not fit is read one by one. */
    private static final int EVENTS_A_QUERY = 20_000;
    /** Whose order did not come is forgotten. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Map<String, List<Recorded>> histories = Caffeine.newBuilder()
            .maximumSize(STREAMS_AT_MOST)
            .expireAfterWrite(KEPT)
            .<String, List<Recorded>>build()
            .asMap();

    private final LogReader reader;

    ReadAhead(LogReader reader) {
        this.reader = reader;
    }

    void read(DataSource database, Collection<String> streams) {
        List<String> all = streams.stream().distinct().limit(STREAMS_AT_MOST).toList();
        if (all.size() < 2) return;
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < all.size(); from += STREAMS_A_QUERY)
                read(connection, all.subList(from, Math.min(all.size(), from + STREAMS_A_QUERY)));
        } catch (SQLException e) {
            throw new IllegalStateException("streams could not be read ahead", e);
        }
    }

    private void read(Connection connection, List<String> streams) throws SQLException {
        List<Recorded> facts;
        try {
            facts = reader.streams(connection, streams, EVENTS_A_QUERY);
        } catch (UnreadableEvent one) {
            // Whose order it stops will read it again and say so; the others are not to be stopped.
            return;
        }
        Map<String, List<Recorded>> found = facts.stream()
                .collect(Collectors.groupingBy(Recorded::stream, Collectors.toCollection(ArrayList::new)));
        if (facts.size() == EVENTS_A_QUERY) {
            // The last one may go on, and one that was not reached is not known to be empty.
            found.remove(facts.getLast().stream());
            histories.putAll(found);
        } else for (String stream : streams) histories.put(stream, found.getOrDefault(stream, List.of()));
    }

    /** Empty where it was not read ahead, or was handed out already. */
    Optional<List<Recorded>> take(String stream) {
        return Optional.ofNullable(histories.remove(stream));
    }
}
