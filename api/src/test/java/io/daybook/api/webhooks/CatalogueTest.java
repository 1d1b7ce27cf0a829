package io.daybook.api.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.eventlog.SampleMaker;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    /** Whatever else would be said is to be thought about first: is it a name, a reason, a destination? */
    private static final Set<String> MAY_BE_SAID = Set.of(
            "event",
            "position",
            "payout",
            "batch",
            "contractor",
            "amount",
            "attempt",
            "code",
            "reason",
            "reference",
            "rail",
            "total",
            "status",
            "paid",
            "other",
            "dropped",
            "timesheet",
            "revision",
            "entry",
            "adjustment",
            "kind",
            "version",
            "coolsDownUntil",
            "hold",
            "topUp",
            "period");

    private static final String SEALED = "AQID";

    private static final List<Recorded> ONE_OF_EACH = StoredEvents.types().all().stream()
            .map(type -> (DomainEvent) SampleMaker.whole(type))
            .map(event -> new Recorded(7, "event-7", event.streamId(), 0, Instant.EPOCH, event, "somebody", null))
            .toList();

    @Test
    void every_type_is_said_of_some_fact() {
        EnumSet<MessageType> said = EnumSet.noneOf(MessageType.class);
        new Catalogue().fold(ONE_OF_EACH).forEach(message -> said.add(message.type()));
        assertThat(EnumSet.complementOf(said))
                .as(
                        "a ping and an import's end are of no fact; the samples of the others are of a second object, not said")
                .containsExactlyInAnyOrder(
                        MessageType.PING,
                        MessageType.IMPORT_COMPLETED,
                        MessageType.IMPORT_FAILED,
                        MessageType.PAYOUT_FAILED_AFTER_PAID,
                        MessageType.PAYOUT_RETURNED,
                        MessageType.PAYOUT_FOUND_LATE);
    }

    @Test
    void nothing_personal_is_said_and_the_same_fact_gives_the_same_words() {
        List<Message> messages = new Catalogue().fold(ONE_OF_EACH);
        assertThat(new Catalogue().fold(ONE_OF_EACH)).isEqualTo(messages);
        TreeSet<String> names = new TreeSet<>();
        for (Message message : messages) {
            JsonNode body = JsonMapper.shared().readTree(message.body());
            assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
            assertThat(message.body()).doesNotContain(SEALED);
            names.addAll(body.path("data").propertyNames());
        }
        assertThat(MAY_BE_SAID).containsAll(names);
    }

    @Test
    void types_are_dotted_lower_case_and_each_has_one_name() {
        assertThat(Arrays.stream(MessageType.values()).map(MessageType::label))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[a-z_]+\\.[a-z_]+"));
    }

    @Test
    void the_same_event_has_another_id_at_another_endpoint_and_the_same_at_the_same() {
        EndpointId one = EndpointId.of("one");
        EndpointId other = EndpointId.of("other");
        assertThat(Message.id(one, "event-7")).isEqualTo(Message.id(one, "event-7"));
        assertThat(Message.id(one, "event-7"))
                .isNotEqualTo(Message.id(other, "event-7"))
                .isNotEqualTo(Message.id(one, "event-8"))
                .matches("msg_[a-z2-7]{26}");
    }
}
