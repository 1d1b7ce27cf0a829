package io.daybook.audit.bundle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it should be.
 *
 * @param eventId of the event it is about, where one can be named
 * @param index of its leaf, from 0
 * @param position of its row, as the row itself says
 * @param expected and @param actual in words, with the values
 * @param count of events side by side that share it; this is the first
 */
public record Finding(
        Kind kind,
        @Nullable UUID eventId,
        @Nullable Long index,
        @Nullable Long position,
        @Nullable String expected,
        @Nullable String actual,
        long count) {

    /** What can be wrong. The codes are for ever. */
    public enum Kind {
        EVENT_CHANGED("event-changed"),
        EVENT_MISSING("event-missing"),
        EVENT_INSERTED("event-inserted"),
        EVENTS_SWAPPED("events-swapped"),
        TAIL_CUT("tail-cut"),
        LABEL_DIFFERS("label-differs"),
        FOREIGN_EVENT("foreign-event"),
        LEAF_CHANGED("leaf-changed"),
        ROOT_DIFFERS("root-differs"),
        COUNT_DIFFERS("count-differs"),
        OUTSIDE_PERIOD("outside-period"),
        STATEMENT_DIFFERS("statement-differs"),
        SIGNATURE_MISSING("signature-missing"),
        SIGNATURE_WRONG("signature-wrong"),
        FOREIGN_KEY("foreign-key"),
        FORK("fork"),
        FILE_CHANGED("file-changed"),
        FILE_MALFORMED("file-malformed"),
        UNKNOWN_FILE("unknown-file"),
        LOG_BEHIND_ANCHOR("log-behind-anchor"),
        ANCHOR_TRUNCATED("anchor-truncated"),
        ANCHOR_CHANGED("anchor-changed"),
        FILE_MISSING("file-missing"),
        CONSISTENCY_UNPROVEN("consistency-unproven"),
        UNREADABLE("unreadable");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Nothing is shown to be false; there is just too little to show that it is true. */
        boolean isIncomplete() {
            return this == FILE_MISSING || this == CONSISTENCY_UNPROVEN || this == UNREADABLE;
        }
    }

    /** About no single event. */
    public static Finding of(Kind kind, @Nullable String expected, @Nullable String actual) {
        return new Finding(kind, null, null, null, expected, actual, 1);
    }

    public boolean namesAnEvent() {
        return eventId != null || index != null;
    }
}
