package io.daybook.architecture.canary.rail.other;

/** Stands for a second adapter. */
public final class OtherRail {
    private OtherRail() {}

    public static String name() {
        return "other";
    }
}
