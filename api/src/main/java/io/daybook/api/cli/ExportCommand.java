package io.daybook.api.cli;

import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exit codes: 0 all that was asked for lies in the file, 2 not all of it. */
@Command(
        name = "export",
        description = "Writes the event log as NDJSON, one event a line, in its order.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    private static final int AT_ONCE = 1 << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where to. Whole lines that are there already stay, and the export goes on behind them.")
    private Path out = Path.of("events.ndjson");

    @Option(names = "--from", description = "The first position (default: the log's first).")
    private long from = 1;

    @Option(names = "--to", description = "The last position (default: the log's last).")
    private long to = Long.MAX_VALUE;

    @Parameters(paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        try (LocalDaybook daybook = LocalDaybook.existing(Settings.read(settings));
                ExportFile file = ExportFile.open(out)) {
            long written = copy(daybook, file);
            spec.commandLine().getOut().println(written + " events written to " + out + ".");
            return 0;
        } catch (IOException | UncheckedIOException e) {
            throw new CannotStart(
                    "The export to " + out + " is not complete: " + e.getMessage() + ". The same command goes on.", e);
        }
    }

    private long copy(LocalDaybook daybook, ExportFile file) throws IOException {
        long after = Math.max(from - 1, file.last());
        long count = 0;
        StringBuilder lines = new StringBuilder();
        try (Stream<String> events = daybook.ndjson("/audit/events?after=" + after)) {
            for (Iterator<String> event = events.iterator(); event.hasNext(); ) {
                String line = event.next();
                if (ExportFile.positionOf(line) > to) break;
                lines.append(line).append('\n');
                count++;
                if (lines.length() < AT_ONCE) continue;
                file.add(lines.toString());
                lines.setLength(0);
            }
        }
        file.add(lines.toString());
        return count;
    }
}
