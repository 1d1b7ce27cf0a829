package io.daybook.payout.engine;

import java.util.Optional;

/** How far a provider's own book has been read. */
public interface RailCursors {
    /** Empty before the first look; the empty text stands for a book that was empty then. */
    Optional<String> find(String rail);

    void move(String rail, String cursor);
}
