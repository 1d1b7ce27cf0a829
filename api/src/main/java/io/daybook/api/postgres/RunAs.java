package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who runs PostgreSQL, which refuses to run as root: this user, or, when this user is root, another one.
 *
 * @param prefix what comes before each command
 * @param uid the user to whom its files must belong; null where they stay with this user
 */
record RunAs(List<String> prefix, @Nullable Integer uid) {
    private static final RunAs THIS_USER = new RunAs(List.of(), null);

    /** Chooses a way in which {@code program} can be run for files below {@code home}. */
    static RunAs choose(Path home, Path program) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return THIS_USER;
        }
        for (RunAs candidate : List.of(setpriv(home), new RunAs(List.of("unshare", "-U"), null))) {
            if (candidate.canRun(program)) {
                return candidate;
            }
        }
        throw new CannotStart("PostgreSQL does not run as root, and neither setpriv nor unshare works here: "
                + "start Daybook as another user, or set spring.datasource.url.");
    }

    private static RunAs setpriv(Path home) throws IOException {
        int uid = UnusedUser.forFilesIn(home);
        List<String> prefix = new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        if (!everybodyMayEnter(home)) {
            // Without these the other user could not pass a private folder above its own files.
            prefix.addAll(List.of(
                    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"));
        }
        return new RunAs(List.copyOf(prefix), uid);
    }

    private static boolean everybodyMayEnter(Path home) throws IOException {
        for (Path folder = home.toRealPath(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private boolean canRun(Path program) {
        try {
            return process(List.of(program.toString(), "--version"))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    ProcessBuilder process(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }

    /** Gives a file or folder to whoever runs the server. */
    void own(Path path) throws IOException {
        if (uid != null) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", uid);
        }
    }
}
