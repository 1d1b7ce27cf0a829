package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.daybook.api.wiring.StoredEvents;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Sealed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredForEverTest {
    private static final JavaClasses SHIPPED = House.shipped();

    /** A blind index: it matches destinations and tells none. */
    private static final String[] DIGESTS = {"Payability.destination", "TakeBack.destination"};

    @Test
    void every_event_of_every_feature_is_on_the_list_of_stored_events() {
        assertThat(SHIPPED.stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(DomainEvent.class))
                        .map(JavaClass::getName)
                        .toList())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        StoredEvents.types().all().stream().map(Class::getName).toList());
    }

    @Test
    void no_command_event_or_rejection_holds_readable_personal_data() {
        assertThat(words().map(JavaClass::reflect).flatMap(type -> PersonalData.readableIn(type).stream()))
                .containsOnly(DIGESTS);
    }

    @Test
    void a_readable_name_is_seen_wherever_it_hides() {
        assertThat(PersonalData.readableIn(Leaky.class)).containsExactly("Inner.reason", "Leaky.payoutDestination");
    }

    private static Stream<JavaClass> words() {
        return SHIPPED.stream()
                .filter(House.OURS.features().and(House.named("Command", "Event", "Rejection")))
                .filter(JavaClass::isTopLevelClass);
    }

    private record Leaky(
            Findable name, Sealed country, List<Inner> inners, String payoutDestination, Instant occurredAt) {}

    private record Inner(String reason, int attempt) {}
}
