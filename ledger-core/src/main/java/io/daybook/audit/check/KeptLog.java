package io.daybook.audit.check;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.TreeHash;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/** The log as its database has it, all of one moment. */
public interface KeptLog {
    /**
     * A leaf as it is stored.
     *
     * @param position of the row it was made of
     */
    record Leaf(long index, long position, UUID eventId, TreeHash hash) {}

    /** In the order of their indexes. */
    Iterator<Leaf> leaves();

    /** All rows up to the newest that was sealed, in the order of their positions. */
    Iterator<EventLeaf> events();

    /** The checkpoint that was signed last, laid down outside or not. */
    Optional<String> newestSigned();

    /** The checkpoint that was seen to lie outside. */
    Optional<String> confirmed();
}
