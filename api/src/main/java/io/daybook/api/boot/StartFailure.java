package io.daybook.api.boot;

import io.daybook.api.postgres.CannotStart;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what Spring makes of a failed start, the reason that the person at the terminal can mend. */
final class StartFailure {
    private StartFailure() {}

    /** A refusal in one line where the reason is known, else the failure itself: then it is a bug. */
    static RuntimeException explained(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause instanceof PortInUseException port) {
                return new CannotStart(
                        "Port " + port.getPort() + " is in use: stop what listens there, or set server.port.", failure);
            }
            if (cause instanceof BindException setting) {
                return new CannotStart(SettingMistake.explain(setting), failure);
            }
        }
        return failure;
    }
}
