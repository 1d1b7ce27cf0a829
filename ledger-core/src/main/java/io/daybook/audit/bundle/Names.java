package io.daybook.audit.bundle;

import java.util.List;
import java.util.Set;

/** The files of a bundle. */
final class Names {
    static final String README = "README.txt";
    static final String TERMS = "bundle.json";
    static final String CHECKPOINT = "checkpoint";
    static final String KEYS = "keys.txt";
    static final String LEAVES = "leaves";
    static final String PROOFS = "proofs";
    static final String CONSISTENCY = "consistency";
    static final String STATEMENT = "statement.json";
    static final String EVENTS = "events.ndjson";
    static final String SUMS = "SHA256SUMS";

    /** The first line of {@link #PROOFS}. */
    static final String PROOFS_HEADER = "daybook.dev/bundle-proofs@v1";

    /** The first line of {@link #CONSISTENCY}, before the size of the earlier tree. */
    static final String CONSISTENCY_HEADER = "daybook.dev/bundle-consistency@v1 ";

    /** What every bundle has. */
    static final List<String> ALWAYS = List.of(README, TERMS, CHECKPOINT, KEYS, LEAVES, PROOFS, EVENTS, SUMS);

    static final Set<String> KNOWN =
            Set.of(README, TERMS, CHECKPOINT, KEYS, LEAVES, PROOFS, EVENTS, SUMS, CONSISTENCY, STATEMENT);

    /** What neither a hash of the tree nor a signature reaches: the files that {@link #SUMS} is about, where they are there. */
    static final List<String> SUMMED = List.of(README, TERMS, KEYS, STATEMENT);

    private Names() {}
}
