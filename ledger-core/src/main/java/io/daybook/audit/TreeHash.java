package io.daybook.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A hash of the tree: SHA-256 as RFC 6962 puts it to use, or what somebody claims to be one. A claim may be of any
 * length; one that is not of 32 bytes equals nothing that was computed.
 */
public final class TreeHash {
    public static final int BYTES = 32;

    /** One a thread: to look one up costs as much as to hash a node. */
    private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(TreeHash::sha256);

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static TreeHash claimed(byte[] bytes) {
        return new TreeHash(bytes.clone());
    }

    /** Errors: {@link Malformed} unless it is the Base64 of 32 bytes, in its one right spelling. */
    public static TreeHash parse(String base64) {
        byte[] bytes = Base64Text.decode(base64);
        if (bytes.length != BYTES) throw new Malformed("a hash of " + bytes.length + " bytes instead of 32");
        return new TreeHash(bytes);
    }

    /** The root of a tree without leaves. */
    public static TreeHash ofNothing() {
        return new TreeHash(SHA256.get().digest());
    }

    public static TreeHash ofLeaf(byte[] preimage) {
        MessageDigest digest = SHA256.get();
        digest.update((byte) 0);
        return new TreeHash(digest.digest(preimage));
    }

    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        MessageDigest digest = SHA256.get();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new TreeHash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    boolean isWhole() {
        return bytes.length == BYTES;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
