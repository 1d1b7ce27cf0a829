package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files of the embedded server: made on the first start, and afterwards only used when they fit. */
final class Cluster {
    private Cluster() {}

    static Credentials prepare(Path home, PostgresControl control) throws IOException {
        Path data = home.resolve("data");
        Path passwords = home.resolve("passwords");
        boolean exists = Files.exists(data.resolve("PG_VERSION"));
        if (exists && !Files.exists(passwords)) {
            throw new CannotStart("The password file " + passwords + " is missing beside its data: restore it.");
        }
        Credentials credentials = Credentials.in(passwords);
        if (!exists) {
            initialise(home, data, control, credentials);
        }
        String major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!control.programs().getFileName().toString().startsWith("bin-" + major + ".")) {
            throw new CannotStart("The data in " + data + " was written by PostgreSQL " + major + ", and "
                    + control.programs().getFileName() + " is on board: move it by dump and restore.");
        }
        return credentials;
    }

    /** Made beside its place and then moved there, so that a half-made cluster is never mistaken for one. */
    private static void initialise(Path home, Path data, PostgresControl control, Credentials credentials)
            throws IOException {
        Path fresh = home.resolve("data.new");
        PrivateFiles.deleteTree(fresh);
        PrivateFiles.createFolder(fresh);
        control.runAs().own(fresh);
        Path passwordFile = home.resolve("superuser-password");
        PrivateFiles.write(passwordFile, credentials.owner().password() + "\n");
        try {
            control.runAs().own(passwordFile);
            control.initialise(fresh, credentials.owner().user(), passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }
}
