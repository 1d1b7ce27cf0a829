package io.daybook.api.imports;

import io.daybook.kernel.PersonVault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An upload as it is read, and once it has been, by what it is known again. */
final class UploadBody {
    private final DigestInputStream stream;
    private final PersonVault vault;

    UploadBody(InputStream body, PersonVault vault) {
        try {
            stream = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        this.vault = vault;
    }

    InputStream stream() {
        return stream;
    }

    /** Keyed: rosters are easily guessed. Reads what has not been read yet. */
    String digest() {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vault.blindIndex(
                "upload", HexFormat.of().formatHex(stream.getMessageDigest().digest()));
    }
}
