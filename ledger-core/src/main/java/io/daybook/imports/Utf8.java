package io.daybook.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;

/** Opens bytes as UTF-8 and as nothing else: what is not UTF-8 throws, it is never guessed or replaced. */
final class Utf8 {
    private static final int BOM_LENGTH = 3;

    private Utf8() {}

    /** Passes over a byte order mark. Errors: CharacterCodingException, here or while reading. */
    static Reader reader(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes);
        in.mark(BOM_LENGTH);
        byte[] start = in.readNBytes(BOM_LENGTH);
        in.reset();
        if (startsWith(start, 0xfe, 0xff) || startsWith(start, 0xff, 0xfe)) throw notUtf8();
        if (startsWith(start, 0xef, 0xbb, 0xbf)) in.skipNBytes(BOM_LENGTH);
        return new InputStreamReader(
                in,
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) return false;
        for (int i = 0; i < expected.length; i++) if ((bytes[i] & 0xff) != expected[i]) return false;
        return true;
    }

    private static CharacterCodingException notUtf8() {
        return new MalformedInputException(2);
    }
}
