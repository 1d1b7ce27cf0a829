package io.daybook.api.boot;

import io.daybook.api.postgres.CannotStart;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The configuration of one run, from the same places as Spring's own: the command line, system properties,
 * the environment, {@code application.yaml} files. Read before anything is started, so that a mistake costs one line.
 */
public final class Settings {
    private static final int GREATEST_PORT = 65_535;

    private final List<String> arguments;
    private final Binder binder;
    private final DaybookProperties daybook;

    private Settings(List<String> arguments, Binder binder, DaybookProperties daybook) {
        this.arguments = arguments;
        this.binder = binder;
        this.daybook = daybook;
    }

    /**
     * Reads and checks everything.
     *
     * @param arguments settings of the form {@code --key=value}
     * @throws CannotStart naming the key that is wrong
     */
    public static Settings read(List<String> arguments) {
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                throw new CannotStart("'" + argument + "' is not a setting: write --key=value.");
            }
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(new String[0])));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException e) {
            throw new CannotStart("The configuration cannot be read: " + e.getMessage(), e);
        }
        Binder binder = Binder.get(environment);
        checkPort(binder);
        return new Settings(List.copyOf(arguments), binder, bind(binder));
    }

    private static void checkPort(Binder binder) {
        try {
            int port = binder.bind("server.port", Integer.class).orElse(0);
            if (port < 0 || port > GREATEST_PORT) {
                throw new CannotStart("server.port must be between 0 and " + GREATEST_PORT + ", and is " + port + ".");
            }
        } catch (BindException e) {
            throw new CannotStart(SettingMistake.explain(e), e);
        }
    }

    private static DaybookProperties bind(Binder binder) {
        try {
            return binder.bindOrCreate(
                    "daybook",
                    Bindable.of(DaybookProperties.class),
                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
        } catch (BindException e) {
            throw new CannotStart(SettingMistake.explain(e), e);
        }
    }

    public List<String> arguments() {
        return arguments;
    }

    public DaybookProperties daybook() {
        return daybook;
    }

    /** A setting outside {@code daybook.}, by its key. */
    public Optional<String> text(String key) {
        return binder.bind(key, String.class)
                .map(Optional::of)
                .orElse(Optional.empty())
                .filter(value -> !value.isBlank());
    }

    /** A list of a setting outside {@code daybook.}, however it is written. */
    List<String> texts(String key) {
        return binder.bind(key, Bindable.listOf(String.class)).orElse(List.of());
    }
}
