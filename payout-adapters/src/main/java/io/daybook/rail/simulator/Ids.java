package io.daybook.rail.simulator;

import java.util.OptionalLong;

/** Names objects by their number: an id is the number scrambled, so nothing is kept to find it again. */
final class Ids {
    private static final int RADIX = 32;

    enum Kind {
        TRANSFER("tr_1"),
        REVERSAL("trr_1"),
        PAYOUT("po_1"),
        TOP_UP("tu_1"),
        LINE("txn_1"),
        EVENT("evt_1"),
        PAYMENT("py_1");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    private final long salt;

    Ids(long salt) {
        this.salt = salt;
    }

    String name(Kind kind, long number) {
        return kind.prefix + Long.toUnsignedString(Chance.mix(number + salt), RADIX);
    }

    /** Empty when the id is none of this provider's or of another kind. */
    OptionalLong number(Kind kind, String id) {
        if (!id.startsWith(kind.prefix)) return OptionalLong.empty();
        try {
            long scrambled = Long.parseUnsignedLong(id.substring(kind.prefix.length()), RADIX);
            return OptionalLong.of(Chance.unmix(scrambled) - salt);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
