package io.daybook.api.webhooks;

import io.daybook.kernel.ProjectionTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Puts down what is to be said to whom, in the transaction that has seen the facts. The same again changes nothing. */
final class OutboxTable implements ProjectionTable<List<Message>> {
    private final InstantSource clock;

    OutboxTable(InstantSource clock) {
        this.clock = clock;
    }

    private record Listener(EndpointId id, Set<String> types, long fromPosition) {}

    @Override
    public Set<String> tables() {
        return Set.of("webhook_delivery");
    }

    @Override
    public void write(Connection connection, List<Message> messages) throws SQLException {
        if (messages.isEmpty()) return;
        Rows rows = new Rows();
        List<Listener> listeners = listeners(connection);
        for (Message message : messages)
            for (Listener listener : listeners)
                if (message.position() > listener.fromPosition())
                    message.wantedBy(listener.id(), listener.types())
                            .ifPresent(id -> rows.add(id, listener.id(), message));
        if (!rows.ids.isEmpty()) insert(connection, rows, clock.instant());
    }

    /** Within the transaction of this thread. */
    void write(DataSource source, List<Message> messages) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            write(connection, messages);
        } catch (SQLException e) {
            throw new IllegalStateException("what is to be said could not be put down", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Held, so that none is deleted before its rows stand. */
    private static List<Listener> listeners(Connection connection) throws SQLException {
        List<Listener> listeners = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, array_to_string(event_types, ','), from_position FROM daybook.webhook_endpoint
                         WHERE status = 'ENABLED' ORDER BY id FOR KEY SHARE
                        """);
                ResultSet row = statement.executeQuery()) {
            while (row.next())
                listeners.add(new Listener(new EndpointId(row.getString(1)), types(row.getString(2)), row.getLong(3)));
        }
        return listeners;
    }

    private static Set<String> types(String joined) {
        return joined.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(joined.split(",")));
    }

    private static void insert(Connection connection, Rows rows, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO daybook.webhook_delivery (id, endpoint, event, type, body, began_at, next_at)
                SELECT m.id, m.endpoint, m.event, m.type, m.body, ?, ?
                  FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY AS m(id, endpoint, event, type, body, ord) ORDER BY m.ord
                ON CONFLICT DO NOTHING
                """)) {
            statement.setObject(1, at);
            statement.setObject(2, at);
            int parameter = 3;
            for (List<String> column : List.of(rows.ids, rows.endpoints, rows.events, rows.types, rows.bodies))
                statement.setArray(parameter++, connection.createArrayOf("text", column.toArray()));
            statement.executeUpdate();
        }
    }

    private static final class Rows {
        private final List<String> ids = new ArrayList<>();
        private final List<String> endpoints = new ArrayList<>();
        private final List<String> events = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final List<String> bodies = new ArrayList<>();

        private void add(String id, EndpointId endpoint, Message message) {
            ids.add(id);
            endpoints.add(endpoint.value());
            events.add(message.event());
            types.add(message.type().label());
            bodies.add(message.body());
        }
    }
}
