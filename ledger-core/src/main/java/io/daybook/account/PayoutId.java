package io.daybook.account;

/** One line of an approved batch, and the payout it becomes. */
public record PayoutId(String value) {
    private static final String PREFIX = "payout-";

    public PayoutId {
        int dash = value.lastIndexOf('-');
        if (!value.startsWith(PREFIX) || dash <= PREFIX.length() || dash == value.length() - 1)
            throw new IllegalArgumentException("not a payout's id");
    }

    /** @param line counts the batch's lines from 1 */
    public static PayoutId of(String batchKey, int line) {
        return new PayoutId(PREFIX + batchKey + "-" + line);
    }

    public String batchKey() {
        return value.substring(PREFIX.length(), value.lastIndexOf('-'));
    }

    public int line() {
        return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
    }
}
