package io.daybook.audit.check;

import io.daybook.audit.EventLeaf;
import io.daybook.audit.Frontier;
import io.daybook.audit.TreeHash;
import io.daybook.audit.bundle.Alignment.Found;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows as events to be held against leaves; on the way it adds up the tree that they would make. */
final class Rows implements Iterator<Found> {
    private final Iterator<EventLeaf> rows;
    private final long size;
    private final Frontier tree = Frontier.empty();
    private @Nullable TreeHash root;

    /** @param size of the tree whose root will be asked for */
    Rows(Iterator<EventLeaf> rows, long size) {
        this.rows = rows;
        this.size = size;
        remember();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Found next() {
        EventLeaf row = rows.next();
        TreeHash hash = row.hash();
        tree.add(hash);
        remember();
        return new Found(null, row.position(), row.eventId(), hash, null);
    }

    private void remember() {
        if (tree.size() == size) root = tree.root();
    }

    /** Of so many rows, once they were read. */
    Optional<TreeHash> root() {
        return Optional.ofNullable(root);
    }
}
