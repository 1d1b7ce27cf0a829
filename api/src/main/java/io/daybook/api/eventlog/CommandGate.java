package io.daybook.api.eventlog;

import io.daybook.kernel.AtRevision;
import io.daybook.kernel.Cause;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Decision;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Outcome;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Rider;
import io.daybook.kernel.RiderTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Every order's way in: through Axon's command bus to its decider, and into the log with its command id.
 * A repeated id is found where it can do harm: in the insert. So the first answer costs no look-up.
 */
public final class CommandGate implements Commands {
    private static final int TRIES_AGAINST_OTHER_NODES = 8;

    private final CommandBus bus;
    private final Cache states;
    private final ReadAhead ahead;
    private final DataSource database;
    private final Appender appender;
    private final CommandLogTable answers;
    private final StreamEnds streams;

    CommandGate(CommandBus bus, Cache states, ReadAhead ahead, Appender appender, DataSource database) {
        this.bus = bus;
        this.states = states;
        this.ahead = ahead;
        this.database = database;
        this.appender = appender;
        this.answers = new CommandLogTable(database);
        this.streams = new StreamEnds(database);
    }

    @Override
    public void expect(Collection<String> streams) {
        ahead.read(
                database,
                streams.stream().filter(stream -> !states.containsKey(stream)).toList());
    }

    @Override
    public Outcome send(DomainCommand command, Cause cause, List<Rider> riders) {
        List<RiderTable> tables = riders.stream()
                .filter(RiderTable.class::isInstance)
                .map(RiderTable.class::cast)
                .toList();
        AtRevision seen = riders.stream()
                .filter(AtRevision.class::isInstance)
                .map(AtRevision.class::cast)
                .findFirst()
                .orElse(null);
        for (int tries = 1; ; tries++) {
            CommandInHand inHand = new CommandInHand(command, cause, tables, seen);
            try {
                Decision<?> decision = dispatch(inHand);
                if (inHand.position() >= 0) return new Outcome.Done(inHand.position(), true);
                return withoutEvents(inHand, decision);
            } catch (CommandRepeated repeated) {
                return firstAnswer(cause).orElseThrow(() -> repeated);
            } catch (StreamMoved moved) {
                states.remove(command.streamId());
                // The state in memory may have been older than what was seen.
                if (tries > 1) return firstAnswer(cause).orElseGet(() -> new Outcome.Refused(new AtRevision.Moved()));
            } catch (ConcurrencyException moved) {
                states.remove(command.streamId());
                if (tries == TRIES_AGAINST_OTHER_NODES) throw moved;
            }
        }
    }

    /** Nothing was decided, maybe from a state that another node left behind: then the order is decided again from the log. */
    private Outcome withoutEvents(CommandInHand first, Decision<?> decision) {
        Optional<Outcome> before = firstAnswer(first.cause());
        if (before.isPresent()) return before.get();
        String stream = first.command().streamId();
        if (streams.lastSeq(stream) == first.decidedFrom()) {
            first.mustBeSeen(first.decidedFrom());
            return record(first, decision);
        }
        states.remove(stream);
        CommandInHand again = new CommandInHand(first.command(), first.cause(), first.riders(), first.seen());
        Decision<?> fromTheLog = dispatch(again);
        if (again.position() < 0) again.mustBeSeen(again.decidedFrom());
        return again.position() >= 0 ? new Outcome.Done(again.position(), true) : record(again, fromTheLog);
    }

    private Outcome record(CommandInHand order, Decision<?> decision) {
        return switch (decision) {
            case Decision.Rejected<?>(Rejection reason) -> {
                appender.append(AppendUnit.of(List.of(), order.outcome(reason), List.of()));
                yield new Outcome.Refused(reason);
            }
            case Decision.Accepted<?> done ->
                new Outcome.Done(appender.append(AppendUnit.of(List.of(), order.accepted(), order.riders())), false);
        };
    }

    private Optional<Outcome> firstAnswer(Cause cause) {
        return answers.find(cause.commandId());
    }

    private Decision<?> dispatch(CommandInHand inHand) {
        Answer answer = new Answer();
        bus.<DomainCommand, Object>dispatch(inHand.message(), (message, result) -> answer.take(result));
        return answer.decision();
    }

    /** The bus runs in the caller's thread and has answered when dispatch returns. */
    private static final class Answer {
        private @Nullable CommandResultMessage<?> result;

        void take(CommandResultMessage<?> taken) {
            result = taken;
        }

        Decision<?> decision() {
            if (result == null) throw new IllegalStateException("the command bus did not answer");
            if (result.isExceptional()) throw asRuntime(result.exceptionResult());
            return (Decision<?>) result.getPayload();
        }

        /** Whoever did not get the stream in a minute, as an order before it has not ended, has not been carried out. */
        private static RuntimeException asRuntime(Throwable failure) {
            return switch (failure) {
                case LockAcquisitionFailedException busy ->
                    new CannotAcquireLockException("an order to the same stream has not ended", busy);
                case RuntimeException known -> known;
                default -> new IllegalStateException(failure);
            };
        }
    }
}
