package io.daybook.api.eventlog;

import io.daybook.kernel.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Policies' orders that a rule refused. Empty while all is well. */
public final class RefusedOrderTable {
    private final DataSource database;

    public RefusedOrderTable(DataSource database) {
        this.database = database;
    }

    /** @param position of the fact that the policy reacted to */
    public record RefusedOrder(String policy, long position, String target, String code, String message) {}

    void add(String policy, long position, String target, Rejection reason) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        INSERT INTO daybook.refused_order (policy, position, target, code, message)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)) {
            statement.setString(1, policy);
            statement.setLong(2, position);
            statement.setString(3, target);
            statement.setString(4, reason.code());
            statement.setString(5, reason.message());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a refused order could not be written down", e);
        }
    }

    /** The first {@code limit}, in the order of the log. */
    public List<RefusedOrder> list(int limit) {
        List<RefusedOrder> orders = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT policy, position, target, code, message FROM daybook.refused_order
                        ORDER BY position, policy, target LIMIT ?
                        """)) {
            statement.setInt(1, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next())
                    orders.add(new RefusedOrder(
                            row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("refused orders could not be read", e);
        }
        return orders;
    }
}
