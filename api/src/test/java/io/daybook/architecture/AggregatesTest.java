package io.daybook.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.daybook.kernel.DomainCommand;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final JavaClasses SHIPPED = House.shipped();
    private static final Aggregates AGGREGATES = Aggregates.shipped(SHIPPED);

    @Test
    void each_command_is_taken_by_exactly_one_handler() {
        List<Class<?>> commands = Aggregates.sealedCommands(SHIPPED).stream()
                .filter(command ->
                        AGGREGATES.shells().stream().anyMatch(shell -> shell.getPackage() == command.getPackage()))
                .toList();
        assertThat(commands).isNotEmpty();
        assertThat(AGGREGATES.notHandledOnce(commands)).isEmpty();
    }

    @Test
    void no_aggregate_has_an_id_before_its_first_event() {
        assertThat(AGGREGATES.shells()).isNotEmpty();
        assertThat(AGGREGATES.withoutOneId()).isEmpty();
        assertThat(AGGREGATES.withAnIdFromTheStart()).isEmpty();
    }

    @Test
    void a_forgotten_and_a_doubled_handler_are_seen() {
        assertThat(new Aggregates(List.of(Careless.class)).notHandledOnce(List.of(Order.class)))
                .isEqualTo(Map.of("Forgotten", 0L, "Doubled", 2L));
    }

    @Test
    void an_empty_text_for_an_id_is_seen() {
        assertThat(new Aggregates(List.of(Careless.class)).withAnIdFromTheStart())
                .containsExactly(Careless.class);
    }

    private sealed interface Order extends DomainCommand {
        record Taken(String streamId) implements Order {}

        record Doubled(String streamId) implements Order {}

        record Forgotten(String streamId) implements Order {}
    }

    private static final class Careless {
        @AggregateIdentifier
        private final String id = "";

        @CommandHandler
        String take(Order.Taken order) {
            return id + order;
        }

        @CommandHandler
        String takeTwice(Order.Doubled order) {
            return id + order;
        }

        @CommandHandler
        String takeAgain(Order.Doubled order) {
            return id + order;
        }
    }
}
