package io.daybook.api.postgres;

import io.daybook.api.postgres.DatabaseAccess.Login;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The two logins of the embedded server, kept in a file that only its owner may read. */
record Credentials(Login owner, Login application) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OWNER = "daybook_admin";
    private static final String APPLICATION = "daybook";

    /** Reads the file, or writes one with fresh passwords. */
    static Credentials in(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, OWNER + "=" + password() + "\n" + APPLICATION + "=" + password() + "\n");
        }
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new Credentials(login(passwords, OWNER, file), login(passwords, APPLICATION, file));
    }

    private static Login login(Properties passwords, String user, Path file) {
        String password = passwords.getProperty(user);
        if (password == null) {
            throw new CannotStart("The password file " + file + " has no line for " + user + ": restore it.");
        }
        return new Login(user, password);
    }

    /** Hexadecimal, so that it needs quoting nowhere. */
    private static String password() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
