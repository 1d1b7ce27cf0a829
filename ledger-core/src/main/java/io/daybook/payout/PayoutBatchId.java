package io.daybook.payout;

import io.daybook.account.PayoutId;
import io.daybook.kernel.Hash;

/** One batch, named after its maker's own reference without showing it. */
public record PayoutBatchId(String value) {
    private static final String PREFIX = "batch-";

    public PayoutBatchId {
        if (!value.startsWith(PREFIX) || value.indexOf('-', PREFIX.length()) >= 0 || value.length() == PREFIX.length())
            throw new IllegalArgumentException("not a batch's id");
    }

    /** @param reference the client's; without one, what else is the same for every repeat of the request */
    public static PayoutBatchId of(String reference) {
        return new PayoutBatchId(PREFIX + Hash.shortKey("payout-batch", reference));
    }

    public static PayoutBatchId of(PayoutId line) {
        return new PayoutBatchId(PREFIX + line.batchKey());
    }

    /** The part that other ids are built from. */
    public String key() {
        return value.substring(PREFIX.length());
    }

    /** The payout that a line becomes; lines count from 1. */
    public PayoutId payout(int line) {
        return PayoutId.of(key(), line);
    }

    /** The stream that holds one chunk of the frozen lines; chunks count from 1. */
    public String linesStream(int chunk) {
        return linesStreams() + chunk;
    }

    /** How the names of all of them begin. */
    public String linesStreams() {
        return "batch-lines-" + key() + "-";
    }
}
