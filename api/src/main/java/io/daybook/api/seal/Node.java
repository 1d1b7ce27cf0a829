package io.daybook.api.seal;

import io.daybook.audit.TreeHash;

/**
 * The root of a whole tile.
 *
 * @param level of the tile that it stands in, one above its own: 1 or more
 */
record Node(int level, long index, TreeHash hash) {}
