package io.daybook.architecture.canary.rail;

/** Stands for the port. */
public interface PayoutRail {
    void submit();
}
