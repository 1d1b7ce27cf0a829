package io.daybook.api.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** As the program is configured: whoever can have something logged cannot have it look like another line. */
class LogLineTest {
    private static final String FORGED = "2026-01-05T09:00:00.000Z INFO  Rails: the rail was started by checker";
    private static final String LINE = "[0-9-]{10}T[0-9:.]{12}Z WARN {2}Test: .*";

    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("io.daybook.Test");

    @Test
    void a_message_is_one_line_whatever_is_in_it() throws JoranException {
        for (String end : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f")) {
            String written = written("no such file: x" + end + FORGED, null);
            assertThat(written).endsWith(System.lineSeparator());
            assertThat(written.strip()).matches(LINE).contains(FORGED);
        }
    }

    @Test
    void nothing_in_it_reaches_the_terminal_or_turns_what_is_read() throws JoranException {
        assertThat(written("a\u001b[2Jb\u202ec\u200bd\u0000e\u009b", null))
                .endsWith("a\\u001b[2Jb\\u202ec\\u200bd\\u0000e\\u009b" + System.lineSeparator());
        assertThat(written("Zo\u00eb \ud83d\ude00", null)).contains("Zo\u00eb \ud83d\ude00");
    }

    @Test
    void nor_is_a_line_of_a_trace_one_of_the_log() throws JoranException {
        Exception cause = new IllegalStateException("x\r\n" + FORGED + "\u2028" + FORGED + "\r" + FORGED);
        String written = written("failed", new IllegalArgumentException("y\n" + FORGED, cause));
        List<String> lines = written.lines().toList();
        assertThat(lines.getFirst()).matches(LINE);
        assertThat(lines.subList(1, lines.size())).hasSizeGreaterThan(4).allMatch(line -> line.startsWith("\t"));
        assertThat(written)
                .contains("\n\tCaused by: java.lang.IllegalStateException: x")
                .endsWith("\n");
        assertThat(lines).noneMatch(line -> line.startsWith("2026-01-05T09:00:00.000Z"));
    }

    private String written(String message, @Nullable Throwable failure) throws JoranException {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        context.reset();
        configurator.doConfigure(
                Path.of("src", "main", "resources", "logback.xml").toFile());
        var console = (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("console");
        return new String(
                console.getEncoder()
                        .encode(new LoggingEvent("here", logger, Level.WARN, "{}", failure, new Object[] {message})),
                UTF_8);
    }
}
