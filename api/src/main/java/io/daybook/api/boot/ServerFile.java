package io.daybook.api.boot;

import io.daybook.api.postgres.DataFolder;
import io.daybook.api.postgres.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running Daybook can be reached, for other commands on the same data folder.
 *
 * @param url without a path
 * @param nonce fresh per start: who can name it can read the data folder
 */
public record ServerFile(String url, long pid, String nonce) {
    private static final String NAME = "server.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    void writeTo(DataFolder folder) {
        try {
            PrivateFiles.write(folder.resolve(NAME), JSON.writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void removeFrom(DataFolder folder) {
        try {
            Files.deleteIfExists(folder.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Daybook that holds the folder, once it answers; what a killed one left behind is not believed. */
    public static Optional<ServerFile> in(Path dataDir) {
        if (!DataFolder.isHeld(dataDir)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(dataDir.resolve(NAME)), ServerFile.class));
        } catch (IOException | JacksonException notYetAnswering) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return url + ", process " + pid;
    }
}
