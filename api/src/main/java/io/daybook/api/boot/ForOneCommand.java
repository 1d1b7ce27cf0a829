package io.daybook.api.boot;

/** Names a start that serves one command and ends with it: it answers, but does nothing of its own accord. */
public final class ForOneCommand {
    public static final String KEY = "for-one-command";

    private ForOneCommand() {}
}
