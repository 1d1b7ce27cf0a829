package io.daybook.api.evidence;

import io.daybook.audit.Malformed;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys that the log signs with here, as public keys. They lie outside the database: whoever can write there has not these. */
final class LogKeys {
    private static final String ENDING = ".pem";

    private LogKeys() {}

    /** Empty where no key lies here, as on a node that does not seal. */
    static List<NoteKey> in(Path folder, String origin) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            List<NoteKey> keys = new ArrayList<>();
            for (Path file : files.sorted().toList())
                if (file.toString().endsWith(ENDING)) read(file, origin).ifPresent(keys::add);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the log cannot be read", e);
        }
    }

    /** The sealer says what is wrong with a file; here it is passed over. */
    private static Optional<NoteKey> read(Path file, String origin) throws IOException {
        String base64 =
                Files.readString(file).replaceAll("-----[A-Z ]+-----", "").strip();
        try {
            return Optional.of(NoteSigner.of(origin, Base64.getMimeDecoder().decode(base64))
                    .key());
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
