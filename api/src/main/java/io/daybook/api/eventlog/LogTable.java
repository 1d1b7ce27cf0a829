package io.daybook.api.eventlog;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The SQL of the log: one statement appends many units. */
final class LogTable {
    private static final String APPEND = "SELECT daybook.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LogTable() {}

    /** Writes the units' events and outcomes; answers each unit's last position (the log's head for one without events). */
    static List<Long> append(Connection connection, Instant now, List<AppendUnit> units) throws SQLException {
        List<EventRow> events =
                units.stream().flatMap(unit -> unit.events().stream()).toList();
        List<CommandRow> commands = units.stream().map(AppendUnit::command).toList();
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setObject(1, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            bind(statement, 2, "uuid", events, EventRow::eventId);
            bind(statement, 3, "text", events, EventRow::stream);
            bind(statement, 4, "text", events, EventRow::streamType);
            bind(statement, 5, "bigint", events, EventRow::seq);
            bind(statement, 6, "text", events, EventRow::type);
            bind(statement, 7, "smallint", events, EventRow::revision);
            bind(statement, 8, "bytea", events, EventRow::payload);
            bind(statement, 9, "bytea", events, EventRow::metadata);
            bind(statement, 10, "bytea", events, event -> salt());
            bind(statement, 11, "text", events, EventRow::person);
            bind(statement, 12, "text", commands, CommandRow::commandId);
            bind(statement, 13, "uuid", commands, CommandRow::attempt);
            bind(statement, 14, "text", commands, CommandRow::stream);
            statement.setArray(15, connection.createArrayOf("integer", lastEventOfEach(units)));
            bind(
                    statement,
                    16,
                    "text",
                    commands,
                    row -> row.refusal() == null ? null : row.refusal().code());
            bind(
                    statement,
                    17,
                    "text",
                    commands,
                    row -> row.refusal() == null ? null : row.refusal().message());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return lastPositions(units, (Long[]) result.getArray(1).getArray());
            }
        }
    }

    /** Whether the log holds the answer of exactly this try, as after a commit whose own answer was lost. */
    static Optional<Long> positionOf(Connection connection, CommandRow command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT position FROM daybook.command_log WHERE command_id = ? AND try = ?")) {
            statement.setString(1, command.commandId());
            statement.setObject(2, command.attempt());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getLong(1)) : Optional.empty();
            }
        }
    }

    private static <T> void bind(
            PreparedStatement statement,
            int index,
            String type,
            List<T> rows,
            Function<T, ? extends @Nullable Object> column)
            throws SQLException {
        Object[] values = switch (type) {
            case "uuid" -> new UUID[rows.size()];
            case "bytea" -> new byte[rows.size()][];
            case "bigint" -> new Long[rows.size()];
            case "smallint" -> new Short[rows.size()];
            default -> new String[rows.size()];
        };
        for (int i = 0; i < values.length; i++) values[i] = column.apply(rows.get(i));
        Array array = statement.getConnection().createArrayOf(type, values);
        statement.setArray(index, array);
    }

    /** Drawn here, by one thread: all that write would wait for each other at the one source. */
    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static Integer[] lastEventOfEach(List<AppendUnit> units) {
        Integer[] lasts = new Integer[units.size()];
        int count = 0;
        for (int i = 0; i < lasts.length; i++) {
            int own = units.get(i).events().size();
            count += own;
            lasts[i] = own == 0 ? 0 : count;
        }
        return lasts;
    }

    private static List<Long> lastPositions(List<AppendUnit> units, Long[] positionsAndHead) {
        long head = positionsAndHead[positionsAndHead.length - 1];
        List<Long> lasts = new ArrayList<>(units.size());
        for (int last : lastEventOfEach(units)) lasts.add(last == 0 ? head : positionsAndHead[last - 1]);
        return lasts;
    }
}
