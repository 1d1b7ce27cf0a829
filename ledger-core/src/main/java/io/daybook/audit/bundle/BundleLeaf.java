package io.daybook.audit.bundle;

import io.daybook.audit.TreeHash;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a tree holds at a place: a record of a bundle's file {@code leaves}.
 *
 * @param index from 0
 * @param eventId of the event it is the hash of; the tree vouches for the hash alone
 */
public record BundleLeaf(long index, UUID eventId, TreeHash hash) {
    static final int BYTES = 8 + 16 + TreeHash.BYTES;

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(index)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits())
                .put(hash.bytes())
                .array();
    }

    static BundleLeaf of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new BundleLeaf(
                in.getLong(),
                new UUID(in.getLong(), in.getLong()),
                TreeHash.claimed(Arrays.copyOfRange(bytes, BYTES - TreeHash.BYTES, BYTES)));
    }
}
