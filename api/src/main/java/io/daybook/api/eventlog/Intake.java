package io.daybook.api.eventlog;

import io.daybook.kernel.ReadModel;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes facts into every read model of one schema, in the caller's transaction. A fact that cannot be taken in is parked, and
 * so is what follows in its stream; what it had written is undone, and the other streams go on.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    /** So many streams are not poisoned one by one: it is the code or the schema that is wrong, and all must stop. */
    private static final int STREAMS_PARKED_AT_MOST = 100;

    /** {@link #whole} or {@link #around}. */
    @FunctionalInterface
    interface Way {
        void takeIn(Connection connection, List<Recorded> facts, Map<String, Long> done) throws SQLException;
    }

    private final List<ReadModel<?>> models;
    private final DeadLetterTable letters;

    Intake(List<ReadModel<?>> models, DeadLetterTable letters) {
        this.models = models;
        this.letters = letters;
    }

    /** What is parked of the schema. */
    DeadLetterTable letters() {
        return letters;
    }

    /**
     * All at once. Errors: whatever a read model throws; then nothing of the caller's transaction can be kept.
     *
     * @param done how far each read model is, by its name
     */
    void whole(Connection connection, List<Recorded> facts, Map<String, Long> done) throws SQLException {
        write(connection, withoutParked(connection, facts, letters.streams(connection)), done);
    }

    /** Where {@link #whole} failed: halves the run until what is to blame stands alone, and parks that. */
    void around(Connection connection, List<Recorded> facts, Map<String, Long> done) throws SQLException {
        Run run = new Run(connection, done, letters.streams(connection), new ArrayList<>());
        halve(run, facts);
        run.parkedNow().forEach(Intake::tell);
    }

    /** Tries one parked fact again. Empty when it has been taken in; else why not, with nothing written. */
    Optional<Poison> again(Connection connection, Recorded fact) throws SQLException {
        return tried(connection, List.of(fact), Map.of());
    }

    /**
     * @param parked streams of which something is parked, with its first position
     * @param parkedNow by this run, without what only follows
     */
    private record Run(
            Connection connection, Map<String, Long> done, Map<String, Long> parked, List<Parked> parkedNow) {}

    private record Parked(Recorded fact, Poison why) {}

    private void halve(Run run, List<Recorded> facts) throws SQLException {
        List<Recorded> shown = withoutParked(run.connection(), facts, run.parked());
        if (shown.isEmpty()) return;
        Optional<Poison> poison = tried(run.connection(), shown, run.done());
        if (poison.isEmpty()) return;
        if (shown.size() == 1) {
            park(run, shown.getFirst(), poison.get());
            return;
        }
        int half = shown.size() / 2;
        halve(run, shown.subList(0, half));
        halve(run, shown.subList(half, shown.size()));
    }

    private Optional<Poison> tried(Connection connection, List<Recorded> facts, Map<String, Long> done)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            write(connection, facts, done);
            checkNow(connection);
            connection.releaseSavepoint(before);
            return Optional.empty();
        } catch (SQLException | RuntimeException e) {
            Optional<Poison> poison = Poison.in(e);
            if (poison.isEmpty()) throw e;
            connection.rollback(before);
            return poison;
        }
    }

    /** What is deferred to the commit would be told there, of all facts together. */
    private static void checkNow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            statement.execute("SET CONSTRAINTS ALL DEFERRED");
        }
    }

    private void write(Connection connection, List<Recorded> facts, Map<String, Long> done) throws SQLException {
        if (facts.isEmpty()) return;
        long to = facts.getLast().position();
        for (ReadModel<?> model : models) {
            long position = done.getOrDefault(model.name(), 0L);
            if (position < to) model.apply(connection, behind(facts, position));
        }
    }

    private static List<Recorded> behind(List<Recorded> facts, long position) {
        return facts.getFirst().position() > position
                ? facts
                : facts.stream().filter(fact -> fact.position() > position).toList();
    }

    private List<Recorded> withoutParked(Connection connection, List<Recorded> facts, Map<String, Long> parked)
            throws SQLException {
        if (parked.isEmpty()) return facts;
        for (Recorded fact : facts) if (follows(fact, parked)) letters.park(connection, fact, Poison.FOLLOWS);
        return facts.stream().filter(fact -> !follows(fact, parked)).toList();
    }

    /** The parked one itself too, where a read model comes to it later than the others. */
    private static boolean follows(Recorded fact, Map<String, Long> parked) {
        Long first = parked.get(fact.stream());
        return first != null && first <= fact.position();
    }

    private void park(Run run, Recorded fact, Poison why) throws SQLException {
        if (run.parked().size() >= STREAMS_PARKED_AT_MOST)
            throw new IllegalStateException("more than " + STREAMS_PARKED_AT_MOST
                    + " streams cannot be shown, so it is not they that are wrong; the last: position "
                    + fact.position() + ", " + why.code() + " " + why.place());
        letters.park(run.connection(), fact, why);
        run.parked().put(fact.stream(), fact.position());
        run.parkedNow().add(new Parked(fact, why));
    }

    private static void tell(Parked parked) {
        LOG.atError()
                .addKeyValue("position", parked.fact().position())
                .addKeyValue("stream", parked.fact().stream())
                .log(
                        "parked, and its stream with it: {} {}",
                        parked.why().code(),
                        parked.why().place());
    }
}
