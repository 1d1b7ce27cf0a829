package io.daybook.api.eventlog;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Axon's view of the log. Aggregates are read from it; what they decide goes through the {@link Appender}. */
final class PostgresEventStorage implements EventStorageEngine {
    private static final int PAGE = 1000;

    private final DataSource database;
    private final EventJson json;
    private final LogReader reader;
    private final ReadAhead ahead;
    private final Appender appender;
    private final RecentEvents recent;

    PostgresEventStorage(
            DataSource database,
            EventJson json,
            LogReader reader,
            ReadAhead ahead,
            Appender appender,
            RecentEvents recent) {
        this.database = database;
        this.json = json;
        this.reader = reader;
        this.ahead = ahead;
        this.appender = appender;
        this.recent = recent;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        CommandInHand command = CommandInHand.current();
        // Whoever writes there in between makes this sequence number one that is taken, and the order is decided anew.
        command.mustBeSeen(((DomainEventMessage<?>) events.getFirst()).getSequenceNumber() - 1);
        EventMetadata cause = EventMetadata.of(command.cause());
        byte[] metadata = cause.toJson();
        List<EventRow> rows = events.stream()
                .map(message -> row((DomainEventMessage<?>) message, cause, metadata))
                .toList();
        long last = appender.append(AppendUnit.of(rows, command.accepted(), command.riders()));
        recent.written(last, (DomainEvent) events.getLast().getPayload());
        command.written(last);
    }

    private EventRow row(DomainEventMessage<?> message, EventMetadata cause, byte[] metadata) {
        DomainEvent event = (DomainEvent) message.getPayload();
        PersonId person = event.person();
        UUID id = TimeOrderedIds.next();
        String type = json.nameOf(event);
        byte[] payload = json.write(event);
        recent.writing(new RecentEvents.Written(id, event, type, payload, cause, metadata));
        return new EventRow(
                id,
                message.getAggregateIdentifier(),
                message.getAggregateIdentifier()
                        .substring(0, message.getAggregateIdentifier().indexOf('-')),
                message.getSequenceNumber(),
                type,
                json.revisionOf(event),
                payload,
                metadata,
                person == null ? null : person.value());
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSeq) {
        if (firstSeq == 0) {
            Optional<List<Recorded>> known = ahead.take(stream);
            if (known.isPresent()) return messages(known.get());
        }
        try (Connection connection = database.getConnection()) {
            return messages(reader.stream(connection, stream, firstSeq));
        } catch (SQLException e) {
            throw new IllegalStateException("stream " + stream + " could not be read", e);
        }
    }

    private static DomainEventStream messages(List<Recorded> facts) {
        return DomainEventStream.of(
                facts.stream().map(PostgresEventStorage::message).toList());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = token == null ? 0 : token.position().orElse(0);
        try (Connection connection = database.getConnection()) {
            return reader.after(connection, after, PAGE).stream()
                    .map(fact -> new GenericTrackedDomainEventMessage<>(
                            new GlobalSequenceTrackingToken(fact.position()), message(fact)));
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read after position " + after, e);
        }
    }

    private static GenericDomainEventMessage<DomainEvent> message(Recorded fact) {
        return new GenericDomainEventMessage<>(
                streamType(fact.stream()),
                fact.stream(),
                fact.seq(),
                fact.event(),
                MetaData.emptyInstance(),
                fact.eventId(),
                fact.recordedAt());
    }

    /** Ids carry their type: {@code payout-…}, {@code timesheet-…}. */
    private static String streamType(String stream) {
        return stream.substring(0, stream.indexOf('-'));
    }

    /** States are small and streams short: no snapshot is ever written, so none is ever read. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("Daybook keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return Optional.empty();
    }
}
