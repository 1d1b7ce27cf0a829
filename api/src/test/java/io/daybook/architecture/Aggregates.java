package io.daybook.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.daybook.kernel.DomainCommand;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** What Axon would only tell at the first command: which orders nobody takes, and which shells cannot begin a stream. */
record Aggregates(List<Class<?>> shells) {
    static Aggregates shipped(JavaClasses classes) {
        return new Aggregates(classes.stream()
                .filter(House.OURS.core().and(House.named("Aggregate")))
                .filter(JavaClass::isTopLevelClass)
                .<Class<?>>map(JavaClass::reflect)
                .toList());
    }

    static List<Class<?>> sealedCommands(JavaClasses classes) {
        return classes.stream()
                .filter(House.OURS.features().and(House.named("Command")))
                .filter(type -> type.isTopLevelClass() && type.isAssignableTo(DomainCommand.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** Orders below these interfaces whose number of handlers is not one, by name. */
    Map<String, Long> notHandledOnce(List<Class<?>> sealedCommands) {
        Map<Class<?>, Long> handlers = shells.stream()
                .flatMap(shell -> Arrays.stream(shell.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .collect(Collectors.groupingBy(Aggregates::handled, Collectors.counting()));
        return sealedCommands.stream()
                .flatMap(Aggregates::records)
                .filter(order -> handlers.getOrDefault(order, 0L) != 1)
                .collect(Collectors.toMap(
                        Class::getSimpleName, order -> handlers.getOrDefault(order, 0L), Long::sum, TreeMap::new));
    }

    /** Axon gives a stream its id at the first event only while the id is null. */
    List<Class<?>> withAnIdFromTheStart() {
        return shells.stream()
                .filter(shell -> Arrays.stream(shell.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(AggregateIdentifier.class))
                        .map(valueInA(shell))
                        .anyMatch(value -> value != Nothing.YET))
                .toList();
    }

    List<Class<?>> withoutOneId() {
        return shells.stream()
                .filter(shell -> Arrays.stream(shell.getDeclaredFields())
                                .filter(field -> field.isAnnotationPresent(AggregateIdentifier.class))
                                .count()
                        != 1)
                .toList();
    }

    private enum Nothing {
        YET
    }

    private static Function<Field, Object> valueInA(Class<?> shell) {
        return field -> {
            try {
                Constructor<?> constructor = shell.getDeclaredConstructor();
                constructor.setAccessible(true);
                field.setAccessible(true);
                Object value = field.get(constructor.newInstance());
                return value == null ? Nothing.YET : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(shell + " cannot be made", e);
            }
        };
    }

    private static Class<?> handled(Method handler) {
        return handler.getParameterTypes()[0];
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Aggregates::records);
    }
}
