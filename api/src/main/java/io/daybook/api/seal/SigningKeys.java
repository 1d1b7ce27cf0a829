package io.daybook.api.seal;

import io.daybook.api.postgres.PrivateFiles;
import io.daybook.audit.Malformed;
import io.daybook.audit.note.NoteKey;
import io.daybook.audit.note.NoteSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The private keys of the log: each PEM file of a folder that nobody else may read. All of them sign. */
final class SigningKeys {
    private static final String FIRST = "log-1.pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    SigningKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * Those that sign for a log, the newest first: files are taken in the order of their names.
     *
     * @param known keys that signed for it before; a log without any gets its first key here
     * Errors: {@link SealRefused} where none of them signed before, or a file is no key or can be read by others.
     */
    List<NoteSigner> of(String origin, List<NoteKey> known) {
        try {
            if (known.isEmpty() && files().isEmpty()) {
                PrivateFiles.createFolder(folder);
                PrivateFiles.write(folder.resolve(FIRST), pem(NoteSigner.generate(origin)));
            }
            List<NoteSigner> signers = new ArrayList<>();
            for (Path file : files()) signers.addFirst(read(origin, file));
            if (signers.isEmpty() || !known.isEmpty() && signers.stream().noneMatch(one -> known.contains(one.key())))
                throw new SealRefused("no key in " + folder + " has signed for " + origin
                        + " before: bring it from where the log was sealed last (daybook.audit.keys-dir)");
            return signers;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the log cannot be read: " + e, e);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pem"))
                    .sorted()
                    .toList();
        }
    }

    private static NoteSigner read(String origin, Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS).stream()
                        .anyMatch(OTHERS::contains))
            throw new SealRefused("others may read the key " + file + ": chmod 600");
        String text = Files.readString(file).strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END))
            throw new SealRefused(file + " holds no private key as PEM");
        try {
            String base64 = text.substring(BEGIN.length(), text.length() - END.length());
            return NoteSigner.of(origin, Base64.getMimeDecoder().decode(base64));
        } catch (Malformed e) {
            throw new SealRefused(file + ": " + e.getMessage());
        }
    }

    private static String pem(NoteSigner signer) {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(signer.pkcs8()) + "\n" + END + "\n";
    }
}
