package io.daybook.api.seal;

import io.daybook.audit.TreeHash;
import java.util.UUID;

/**
 * An event's place in the tree.
 *
 * @param index from 0, dense, in the order of positions
 */
record Leaf(long index, long position, UUID eventId, TreeHash hash) {}
