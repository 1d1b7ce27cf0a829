package io.daybook.api.cli;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.boot.Settings;
import io.daybook.api.postgres.CannotStart;
import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Exit codes: 0 every row was taken or known, 1 some rows were rejected (they are printed), 2 the file was refused. */
@Command(name = "import", description = "Imports a roster or a time export.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--kind", required = true, description = "roster or time")
    private String kind = "";

    @Option(names = "--format", description = "of a time export: harvest, clockify, toggl or daybook")
    private @Nullable String format;

    @Option(names = "--zone", description = "of the wall times in the file, such as Europe/Berlin")
    private @Nullable String zone;

    @Option(names = "--replace", description = "lists entries of FROM..TO that the file no longer holds")
    private @Nullable String replace;

    @Parameters(index = "1..*", paramLabel = "--key=value", description = "Settings, see docs/operations.md.")
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (LocalDaybook daybook = LocalDaybook.open(Settings.read(settings))) {
            JsonNode accepted = daybook.post(path(), "text/csv", BodyPublishers.ofFile(file));
            daybook.follow(accepted.path("operation").asString(), look -> {});
            String id = accepted.path("id").asString();
            JsonNode result = daybook.get("/imports/" + id);
            out.println("%s: %,d rows, %,d accepted, %,d rejected, %,d known before"
                    .formatted(
                            result.path("status").asString(),
                            result.path("rows").asLong(),
                            result.path("accepted").asLong(),
                            result.path("rejected").asLong(),
                            result.path("duplicates").asLong()));
            boolean completed = "COMPLETED".equals(result.path("status").asString());
            boolean clean = completed && result.path("rejected").asLong() == 0;
            if (!clean || replace != null) daybook.copyLines("/imports/" + id + "/errors", out);
            return clean ? 0 : completed ? 1 : 2;
        } catch (FileNotFoundException e) {
            throw new CannotStart("There is no file " + file + " that can be read.", e);
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder("/imports?kind=").append(encode(kind, UTF_8));
        if (format != null) path.append("&format=").append(encode(format, UTF_8));
        if (zone != null) path.append("&zone=").append(encode(zone, UTF_8));
        if (replace != null) path.append("&replace=").append(encode(replace, UTF_8));
        return path.toString();
    }
}
