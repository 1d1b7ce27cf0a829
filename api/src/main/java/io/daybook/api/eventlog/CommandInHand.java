package io.daybook.api.eventlog;

import io.daybook.kernel.AtRevision;
import io.daybook.kernel.Cause;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RiderTable;
import io.daybook.shell.Shell;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** One order on its way through the command bus, with what must be written beside its events. */
final class CommandInHand {
    private static final String KEY = "daybook";
    private static final long NOT_DECIDED = -2;

    private final DomainCommand command;
    private final Cause cause;
    private final List<RiderTable> riders;
    private final @Nullable AtRevision seen;
    private long position = -1;
    private long decidedFrom = NOT_DECIDED;

    CommandInHand(DomainCommand command, Cause cause, List<RiderTable> riders, @Nullable AtRevision seen) {
        this.seen = seen;
        this.command = command;
        this.cause = cause;
        this.riders = riders;
    }

    static CommandInHand current() {
        return of(CurrentUnitOfWork.get().getMessage());
    }

    /** Lets the order be handled, and keeps from which state of its stream it was decided. */
    static @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain rest)
            throws Exception {
        Object answer = rest.proceed();
        of(work.getMessage()).decidedFrom = work.getOrDefaultResource(Shell.DECIDED_FROM, NOT_DECIDED);
        return answer;
    }

    private static CommandInHand of(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof CommandInHand inHand) return inHand;
        throw new IllegalStateException("events are written by orders only");
    }

    CommandMessage<DomainCommand> message() {
        return new GenericCommandMessage<>(command, Map.of(KEY, this));
    }

    DomainCommand command() {
        return command;
    }

    Cause cause() {
        return cause;
    }

    List<RiderTable> riders() {
        return riders;
    }

    CommandRow accepted() {
        return outcome(null);
    }

    CommandRow outcome(@Nullable Rejection refusal) {
        return new CommandRow(cause.commandId().value(), TimeOrderedIds.next(), command.streamId(), refusal);
    }

    /** Errors: {@link StreamMoved} where whoever gave it has seen another end of the stream than this. */
    void mustBeSeen(long lastSeq) {
        if (seen != null && !seen.seqs().contains(lastSeq)) throw new StreamMoved();
    }

    @Nullable
    AtRevision seen() {
        return seen;
    }

    /** The {@code seq} of the last event its rule knew, −1 for a stream without events. */
    long decidedFrom() {
        return decidedFrom;
    }

    void written(long lastPosition) {
        position = lastPosition;
    }

    /** The last position this order wrote, or −1 when it wrote no event. */
    long position() {
        return position;
    }
}
