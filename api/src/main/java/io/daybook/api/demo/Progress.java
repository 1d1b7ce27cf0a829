package io.daybook.api.demo;

import java.io.PrintStream;

/** Tells how far a step has come: a bar that redraws itself on a terminal, one plain line a step otherwise. */
final class Progress {
    private static final int WIDTH = 32;

    private final PrintStream out;
    private final boolean terminal;
    private String step = "";

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void begin(String name) {
        step = name;
        if (terminal) draw(0, 1);
    }

    void at(long done, long total) {
        if (terminal) draw(done, Math.max(total, 1));
    }

    void end(String what) {
        if (terminal) out.print("\r\033[2K");
        out.printf("%-26s %s%n", step, what);
        out.flush();
    }

    private void draw(long done, long total) {
        int filled = (int) Math.min(WIDTH, done * WIDTH / total);
        out.printf("\r%-26s [%s%s] %,d / %,d", step, "#".repeat(filled), " ".repeat(WIDTH - filled), done, total);
        out.flush();
    }
}
