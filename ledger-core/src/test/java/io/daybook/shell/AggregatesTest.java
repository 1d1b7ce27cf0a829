package io.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.daybook.kernel.DomainCommand;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final List<Class<?>> CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.daybook").stream()
                    .map(JavaClass::reflect)
                    .<Class<?>>map(found -> found)
                    .toList();
    private static final List<Class<?>> AGGREGATES = CLASSES.stream()
            .filter(found -> Arrays.stream(found.getDeclaredFields())
                    .anyMatch(field -> field.isAnnotationPresent(AggregateIdentifier.class)))
            .toList();

    /** Axon writes a first event under whatever identifier stands before it, unless there is none yet. */
    @Test
    void an_aggregate_has_no_identifier_before_its_first_fact() throws ReflectiveOperationException {
        for (Class<?> aggregate : AGGREGATES) assertNoIdentifierYet(aggregate);
    }

    @Test
    void whatever_is_called_an_aggregate_is_one_and_nothing_else() {
        assertThat(AGGREGATES)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(CLASSES.stream()
                        .filter(found -> found.getSimpleName().endsWith("Aggregate"))
                        .toList());
    }

    /** A feature whose commands have no aggregate would be noticed by its first user only. */
    @Test
    void every_command_of_every_feature_has_its_handler() {
        List<Class<?>> handled = AGGREGATES.stream()
                .flatMap(aggregate -> Arrays.stream(aggregate.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .<Class<?>>map(method -> method.getParameterTypes()[0])
                .toList();
        assertThat(CLASSES.stream().filter(found -> found.isRecord() && DomainCommand.class.isAssignableFrom(found)))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(handled);
    }

    @Test
    void an_identifier_that_stands_too_early_is_noticed() {
        assertThatThrownBy(() -> assertNoIdentifierYet(Hasty.class)).isInstanceOf(AssertionError.class);
    }

    private static final class Hasty {
        @AggregateIdentifier
        private final String id = "too-early";
    }

    private static void assertNoIdentifierYet(Class<?> aggregate) throws ReflectiveOperationException {
        Constructor<?> empty = aggregate.getDeclaredConstructor();
        empty.setAccessible(true);
        Field identifier = Arrays.stream(aggregate.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(AggregateIdentifier.class))
                .findFirst()
                .orElseThrow();
        identifier.setAccessible(true);
        assertThat(identifier.get(empty.newInstance())).as("%s", identifier).isNull();
    }
}
