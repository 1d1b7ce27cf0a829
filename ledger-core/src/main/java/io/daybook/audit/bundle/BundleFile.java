package io.daybook.audit.bundle;

import io.daybook.audit.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A bundle's zip, whoever packed it. What it can cost to read is bounded by what it may hold, not by what it says. */
final class BundleFile implements AutoCloseable {
    private static final int MOST_FILES = 64;
    private static final int LONGEST_LIST = 1 << 16;
    private static final int END_BYTES = 22;
    private static final int END_MARK = 0x06054b50;
    /** Of the files that are read whole. */
    private static final int LARGEST_TEXT = 1 << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private BundleFile(ZipFile zip) {
        this.zip = zip;
    }

    /** Errors: IOException for anything that is no zip of a few files, each with a name of its own. */
    static BundleFile open(Path path) throws IOException {
        bound(path);
        ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
        BundleFile file = new BundleFile(zip);
        try {
            for (ZipEntry entry : Collections.list(zip.entries()))
                if (file.entries.put(entry.getName(), entry) != null)
                    throw new ZipException("a name stands twice in the zip");
        } catch (IOException e) {
            zip.close();
            throw e;
        }
        return file;
    }

    /** Before the list of files is read into memory: how long it is. A bundle has no comment, so the end is at the end. */
    private static void bound(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < END_BYTES) throw new ZipException("no zip, or only the beginning of one");
            byte[] bytes = new byte[END_BYTES];
            file.seek(file.length() - END_BYTES);
            file.readFully(bytes);
            ByteBuffer end = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            if (end.getInt(0) != END_MARK) throw new ZipException("no zip, or only the beginning of one");
            int files = end.getShort(10) & 0xffff;
            long list = end.getInt(12) & 0xffffffffL;
            if (files > MOST_FILES || list > LONGEST_LIST)
                throw new ZipException("a zip of more than " + MOST_FILES + " files");
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        if (entry == null || in == null) throw new ZipException(name + " is not in the zip");
        return new CheckedEntry(in, entry);
    }

    /** Errors: {@link Malformed} where it is larger than a text of a bundle is. */
    byte[] bytes(String name) throws IOException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) throw new Malformed(name + " has more than " + LARGEST_TEXT + " bytes");
            return bytes;
        }
    }

    String text(String name) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(name)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(name + " is no UTF-8", e);
        }
    }

    /** Lower-case hex, however large the file is. */
    String sha256(String name) throws IOException {
        try (DigestInputStream in = new DigestInputStream(open(name), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
