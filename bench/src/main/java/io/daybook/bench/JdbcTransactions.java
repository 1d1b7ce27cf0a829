package io.daybook.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/** One JDBC transaction for each of Axon's units of work. */
final class JdbcTransactions implements TransactionManager {
    private final ConnectionProvider connections;

    JdbcTransactions(ConnectionProvider connections) {
        this.connections = connections;
    }

    @Override
    public Transaction startTransaction() {
        try {
            Connection connection = connections.getConnection();
            connection.setAutoCommit(false);
            return new OnConnection(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record OnConnection(Connection connection) implements Transaction {
        @Override
        public void commit() {
            try {
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void rollback() {
            try {
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
