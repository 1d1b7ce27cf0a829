package io.daybook.kernel;

import java.util.List;

/** A read model's pure half: what a run of facts comes to, as rows to write. */
public interface Projection<R> {
    /** Stable: the name under which its token is kept. */
    String name();

    /** Facts in position order in, rows out; the same facts give the same rows, whatever the clock or machine. */
    R fold(List<Recorded> facts);
}
