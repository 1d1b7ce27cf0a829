package io.daybook.api.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Picks the user under whom root runs the server: one that is known by name, because initdb insists,
 * and that has no process of its own, so that nobody else reads the files.
 */
final class UnusedUser {
    private static final int NOBODY = 65534;
    private static final int FIRST_PERSON = 1000;

    private UnusedUser() {}

    /** The owner of the cluster below {@code home} if there is one: files keep their owner over restarts. */
    static int forFilesIn(Path home) throws IOException {
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            int owner = (Integer) Files.getAttribute(data, "unix:uid");
            if (owner != 0) {
                return owner;
            }
        }
        Set<Integer> busy = usersWithProcesses();
        return systemUsers().stream()
                .filter(uid -> !busy.contains(uid))
                .findFirst()
                .orElse(NOBODY);
    }

    /** System accounts, the highest uid first: a low one more likely owns files. */
    private static List<Integer> systemUsers() throws IOException {
        List<Integer> users = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            int uid = fields.length > 2 ? Integer.parseInt(fields[2]) : 0;
            if ((uid > 0 && uid < FIRST_PERSON) || uid == NOBODY) {
                users.add(uid);
            }
        }
        users.sort((a, b) -> Integer.compare(b, a));
        return users;
    }

    private static Set<Integer> usersWithProcesses() throws IOException {
        Set<Integer> busy = new HashSet<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                if (Character.isDigit(process.getFileName().toString().charAt(0))) {
                    busy.add(owner(process));
                }
            }
        }
        return busy;
    }

    private static int owner(Path process) {
        try {
            return (Integer) Files.getAttribute(process, "unix:uid");
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }
}
