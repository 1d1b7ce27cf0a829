package io.daybook.api.eventlog;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why the views could not take a fact in. Says where, never what: a database's message quotes the row.
 *
 * @param code an SQLSTATE, or the name of what was thrown
 * @param place the constraint, the table or the line of code
 */
record Poison(String code, String place) {
    /** It comes behind a fact of its stream that was parked. */
    static final Poison FOLLOWS = new Poison("follows", "");

    /** Data, constraints, what a trigger raises (ours as {@code DB…}), too many rows, a limit: the fact's own fault. */
    private static final Set<String> OF_THE_FACT = Set.of("22", "23", "P0", "DB", "21", "54");

    /** Empty where the fact is not to blame: a connection lost, a table missing, an event that no code here can read. */
    static Optional<Poison> in(Exception failure) {
        if (failure instanceof UnreadableEvent) return Optional.empty();
        SQLException sql = sqlIn(failure);
        if (sql == null) return Optional.of(new Poison(failure.getClass().getSimpleName(), lineOf(failure)));
        String state = sql.getSQLState();
        if (state == null || state.length() < 2 || !OF_THE_FACT.contains(state.substring(0, 2)))
            return Optional.empty();
        return Optional.of(new Poison(state, placeOf(sql)));
    }

    private static @Nullable SQLException sqlIn(Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) if (at instanceof SQLException sql) return sql;
        return null;
    }

    private static String placeOf(SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause())
            if (at instanceof PSQLException known && known.getServerErrorMessage() != null)
                return placeOf(known.getServerErrorMessage());
        return "";
    }

    private static String placeOf(ServerErrorMessage message) {
        String table = message.getTable();
        String constraint = message.getConstraint();
        if (constraint != null) return table == null ? constraint : table + "." + constraint;
        if (table != null) return table;
        String where = message.getWhere();
        return where == null ? "" : where.lines().findFirst().orElse("");
    }

    private static String lineOf(Exception failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        for (StackTraceElement frame : frames)
            if (frame.getClassName().startsWith("io.daybook."))
                return frame.getFileName() + ":" + frame.getLineNumber();
        return "";
    }
}
