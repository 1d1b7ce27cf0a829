package io.daybook.shell;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What every table shares: values bound by their type, columns for {@code unnest}, rows read into records.
 * Instants, dates and enums are bound as text and cast in SQL ({@code ?::timestamptz}); so is every column.
 */
public final class SqlTable {
    private SqlTable() {}

    /** Reads one row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Errors: IllegalStateException when the database cannot answer. */
    public static <T> List<T> list(DataSource source, String sql, Row<T> reader, @Nullable Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) read.add(reader.read(rows));
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("a view could not be read", e);
        }
    }

    /** The first row. Errors: IllegalStateException when the database cannot answer. */
    public static <T> Optional<T> one(DataSource source, String sql, Row<T> reader, @Nullable Object... values) {
        return list(source, sql, reader, values).stream().findFirst();
    }

    /** How many rows it changed. */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** One column of many rows, in their order, each value as text: bind it to {@code unnest(?::text[], ...)}. */
    public static <R> List<@Nullable String> column(
            Collection<R> rows, Function<? super R, ? extends @Nullable Object> value) {
        List<@Nullable String> column = new ArrayList<>(rows.size());
        for (R row : rows) {
            Object cell = value.apply(row);
            column.add(cell == null ? null : cell.toString());
        }
        return column;
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) bind(connection, statement, i + 1, values[i]);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setString(at, null);
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case BigDecimal number -> statement.setBigDecimal(at, number);
            case Boolean truth -> statement.setBoolean(at, truth);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case List<?> column -> statement.setArray(at, connection.createArrayOf("text", texts(column)));
            default -> statement.setString(at, value.toString());
        }
    }

    /** The driver sends an array of strings as it is, and any other as one text that both sides spell out. */
    private static @Nullable String[] texts(List<?> column) {
        return column.stream()
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}
