package io.daybook.api.postgres;

/**
 * How to reach the database, in three roles.
 *
 * @param url a JDBC URL without credentials
 * @param application the login that reads and writes facts
 * @param owner the login that migrates; the same as {@code application} where no other is configured
 * @param sealer the login that steps into {@code daybook_sealer}; the same as {@code owner} where no other is configured
 */
public record DatabaseAccess(String url, Login application, Login owner, Login sealer) {
    /** A user and their password; never shown as text. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    public DatabaseAccess {
        url = withoutErrorDetail(url);
    }

    public DatabaseAccess(String url, Login application, Login owner) {
        this(url, application, owner, owner);
    }

    public boolean applicationOwnsTheLog() {
        return application.user().equals(owner.user());
    }

    /** The driver would otherwise put whole rows, personal data included, into the text of an exception. */
    private static String withoutErrorDetail(String url) {
        if (url.contains("logServerErrorDetail=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false";
    }
}
