package io.daybook.api.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one process can do to another, be it asked or not. */
enum Signal {
    STOP,
    CONT,
    QUIT;

    /** Sends it to processes that may have ended meanwhile. */
    void to(List<Long> processes) {
        if (processes.isEmpty()) return;
        List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
        processes.forEach(pid -> command.add(Long.toString(pid)));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("no signal can be sent here", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
