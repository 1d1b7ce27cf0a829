package io.daybook.api.drill;

import java.io.PrintWriter;

/** What a drill came to. */
interface Outcome {
    boolean holds();

    void print(PrintWriter out);
}
