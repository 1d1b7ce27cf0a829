package io.daybook.api.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which code this is: {@code 0.1.0+4cc7542}, the commit where it was built from one. */
public final class CodeVersion {
    public static final String CURRENT = read("/io/daybook/api/build.properties");

    private CodeVersion() {}

    private static String read(String resource) {
        Properties build = new Properties();
        try (InputStream in = CodeVersion.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("there is no " + resource);
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = build.getProperty("commit", "");
        String version = build.getProperty("version");
        return commit.isBlank() || commit.startsWith("$") ? version : version + "+" + commit;
    }
}
