package io.daybook.api.seal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the anchor folder would be lost, or put back, together with the database. */
enum AnchorDisk {
    APART("apart from the database"),
    TOGETHER("on the database's own disk: who restores or forges the one has the other; set daybook.audit.anchor-dir"),
    NOT_KNOWN("not known: the database is elsewhere, or does not say where its files are");

    private final String words;

    AnchorDisk(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** @param database where its files are; null where that is not known here */
    static AnchorDisk of(Path anchors, @Nullable Path database) {
        if (database == null) return NOT_KNOWN;
        try {
            return store(anchors).equals(store(database)) ? TOGETHER : APART;
        } catch (IOException e) {
            return NOT_KNOWN;
        }
    }

    /** Of the folder, or of what it will be made in. */
    private static FileStore store(Path path) throws IOException {
        Path there = path.toAbsolutePath();
        for (Path above = there.getParent(); above != null && !Files.exists(there); above = there.getParent())
            there = above;
        return Files.getFileStore(there);
    }
}
