package io.daybook.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;

/** Axon finds a handler by a command's own class: this finds the commands an aggregate forgot. */
public final class Handlers {
    private Handlers() {}

    public static void assertEveryCommandIsHandled(Class<?> commands, Class<?> aggregate) {
        var handled = Arrays.stream(aggregate.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .filter(method -> method.isAnnotationPresent(CreationPolicy.class))
                .map(method -> method.getParameterTypes()[0])
                .toArray(Class<?>[]::new);
        assertThat(commands.getPermittedSubclasses()).containsExactlyInAnyOrder(handled);
    }
}
