package io.daybook.api.views;

import io.daybook.api.postgres.TestDatabase;
import io.daybook.api.postgres.TestPostgres;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Feature;
import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database of its own into which facts are projected, as many at a time as wanted. */
final class Book implements AutoCloseable {
    private final TestDatabase database = TestPostgres.freshDatabase();
    private final List<ReadModel<?>> models;
    private long position;

    Book(Feature... features) {
        models = List.of(features).stream()
                .flatMap(feature -> feature.readModels().stream())
                .toList();
    }

    DataSource source() {
        return database.application();
    }

    /** Projects the facts as one batch. */
    Book record(List<? extends DomainEvent> events) {
        List<Recorded> facts = new ArrayList<>();
        for (DomainEvent event : events) {
            position++;
            facts.add(new Recorded(
                    position, "event-" + position, event.streamId(), 0, event.occurredAt(), event, "tester", null));
        }
        inTransaction(connection -> {
            for (ReadModel<?> model : models) model.apply(connection, facts);
        });
        return this;
    }

    /** Projects facts with their own dates as one batch; their positions are the book's. */
    Book project(List<Recorded> recorded) {
        List<Recorded> facts = new ArrayList<>();
        for (Recorded fact : recorded) {
            position++;
            facts.add(new Recorded(
                    position,
                    "event-" + position,
                    fact.stream(),
                    fact.seq(),
                    fact.recordedAt(),
                    fact.event(),
                    "tester",
                    null));
        }
        inTransaction(connection -> {
            for (ReadModel<?> model : models) model.apply(connection, facts);
        });
        return this;
    }

    /** Projects each fact as a batch of its own. */
    Book recordOneByOne(List<? extends DomainEvent> events) {
        for (DomainEvent event : events) record(List.of(event));
        return this;
    }

    void ride(List<Rider> riders) {
        inTransaction(connection -> {
            for (Rider rider : riders) ((RiderTable) rider).write(connection);
        });
    }

    /** Every row of a table as text, in order: two books with the same facts have the same rows. */
    List<String> rows(String table) {
        List<String> rows = new ArrayList<>();
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT t::text AS line FROM " + table + " t ORDER BY line")) {
                while (row.next()) rows.add(row.getString("line"));
            }
        });
        return rows;
    }

    /** What nobody may do: a row changed behind the application's back. */
    void alter(String sql) {
        inTransaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        });
    }

    /** As the superuser past every constraint that is a trigger or a key: what the checks are to find. */
    void force(String sql) {
        inTransaction(database.owner(), connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL session_replication_role = replica");
                statement.execute(sql);
            }
        });
    }

    private void inTransaction(RiderTable work) {
        inTransaction(source(), work);
    }

    private static void inTransaction(DataSource source, RiderTable work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            work.write(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
