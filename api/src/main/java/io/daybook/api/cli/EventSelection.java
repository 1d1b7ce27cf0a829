package io.daybook.api.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which events are meant. */
final class EventSelection {
    @Option(names = "--stream", description = "Only those of this stream.")
    private @Nullable String stream;

    @Option(names = "--type", description = "Only those of this type, such as PayoutPaid.")
    private @Nullable String type;

    @Option(names = "--actor", description = "Only those of this actor.")
    private @Nullable String actor;

    @Option(names = "--from", description = "Recorded from here on: a date or an instant, included.")
    private @Nullable String from;

    @Option(names = "--to", description = "Recorded up to here: a date (all of that day) or an instant (not included).")
    private @Nullable String to;

    /** A query with these and other parameters. @param others names and values in turn; what is null is left out */
    String query(@Nullable String... others) {
        StringJoiner query = new StringJoiner("&");
        add(query, "stream", stream);
        add(query, "type", type);
        add(query, "actor", actor);
        add(query, "from", from);
        add(query, "to", to);
        for (int i = 0; i + 1 < others.length; i += 2) add(query, String.valueOf(others[i]), others[i + 1]);
        return query.toString();
    }

    private static void add(StringJoiner query, String name, @Nullable String value) {
        if (value != null) query.add(name + "=" + URLEncoder.encode(value, UTF_8));
    }
}
