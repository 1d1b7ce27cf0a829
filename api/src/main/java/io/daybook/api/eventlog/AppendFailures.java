package io.daybook.api.eventlog;

import java.sql.SQLException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads PostgreSQL's refusals: which constraint said no, and what that means to whoever asked. */
final class AppendFailures {
    private static final String UNIQUE_VIOLATION = "23505";

    private AppendFailures() {}

    static boolean isCommandTaken(SQLException e) {
        return isUnique(e, "command_log_pkey");
    }

    /** Whether a constraint said no, be it because this very unit is there already. */
    static boolean isConstraint(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("23");
    }

    static RuntimeException explain(SQLException e, AppendUnit unit) {
        if (isCommandTaken(e)) return new CommandRepeated(unit.command().commandId());
        if (isUnique(e, "event_log_stream_seq") || "event_log_stream_without_gap".equals(constraintOf(e)))
            return new ConcurrencyException("stream " + unit.command().stream() + " is not where it was decided on", e);
        if (isConstraint(e)) return new AppendRefused(constraintOf(e), e);
        return new IllegalStateException("the event log could not be written (SQLSTATE " + e.getSQLState() + ")", e);
    }

    private static boolean isUnique(SQLException e, String constraint) {
        return UNIQUE_VIOLATION.equals(e.getSQLState()) && constraint.equals(constraintOf(e));
    }

    private static String constraintOf(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException own ? own.getServerErrorMessage() : null;
        String name = message == null ? null : message.getConstraint();
        return name == null ? "" : name;
    }
}
