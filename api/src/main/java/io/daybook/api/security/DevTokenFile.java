package io.daybook.api.security;

import io.daybook.api.postgres.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.SmartInitializingSingleton;
import tools.jackson.databind.json.JsonMapper;

/** Lays the staff's tokens into the data folder before the server answers, readable by its owner only. */
final class DevTokenFile implements SmartInitializingSingleton {
    private final DevTokens tokens;
    private final Path dataDir;

    DevTokenFile(DevTokens tokens, Path dataDir) {
        this.tokens = tokens;
        this.dataDir = dataDir;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Files.createDirectories(dataDir);
            PrivateFiles.write(
                    dataDir.resolve("dev-tokens.json"),
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tokens.staff()));
        } catch (IOException e) {
            throw new UncheckedIOException("the development tokens cannot be written", e);
        }
    }
}
