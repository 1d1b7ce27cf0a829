package io.daybook.audit.check;

import io.daybook.audit.tile.Tile;
import java.util.Optional;

/** What of the log lies outside its database. */
public interface Anchor {
    /** As it is there now. */
    Optional<String> checkpoint();

    /** The hashes of a tile; of a partial one that has become whole the first of them. */
    Optional<byte[]> hashes(Tile tile);

    /** The ids of the events of a tile of leaves, 16 bytes each. */
    Optional<byte[]> ids(Tile tile);
}
