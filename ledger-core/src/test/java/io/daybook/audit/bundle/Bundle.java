package io.daybook.audit.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A bundle in the hands of somebody who unpacks it, changes what they like, and packs it again with right sums of the zip. */
final class Bundle {
    private final Map<String, byte[]> files;

    private Bundle(Map<String, byte[]> files) {
        this.files = files;
    }

    static Bundle of(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bundle(files);
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] file(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    Bundle with(String name, byte[] bytes) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return new Bundle(changed);
    }

    Bundle with(String name, String text) {
        return with(name, text.getBytes(UTF_8));
    }

    Bundle without(String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        changed.remove(name);
        return new Bundle(changed);
    }

    Bundle withBit(String name, int bit) {
        byte[] bytes = file(name).clone();
        bytes[bit / 8] ^= (byte) (1 << bit % 8);
        return with(name, bytes);
    }

    List<String> lines() {
        return new ArrayList<>(new String(file("events.ndjson"), UTF_8).lines().toList());
    }

    Bundle lines(UnaryOperator<List<String>> change) {
        return with("events.ndjson", String.join("\n", change.apply(lines())) + "\n");
    }

    /** The first finding, as {@code kind index eventId}, is what tests look at; see {@link Verdict}. */
    Verdict verify(Trust trust) {
        return verify(zip(), trust);
    }

    Verdict verify() {
        return verify(Trust.IN_NOTHING);
    }

    static Verdict verify(byte[] zip, Trust trust) {
        try {
            Path file = Files.createTempFile("bundle", ".zip");
            try {
                Files.write(file, zip);
                return BundleVerifier.verify(file, trust);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] zip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
