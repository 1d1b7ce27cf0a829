package io.daybook.statement;

import io.daybook.kernel.Rejection;
import java.time.Instant;

/** Why a statement was not issued. */
public sealed interface StatementRejection extends Rejection {
    record NotOver(Instant to) implements StatementRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "That time is not over: a statement of it can be issued from " + to + " on.";
        }
    }

    /** The log itself is not whole. */
    record HistoryIncomplete(long count, long lastPersonSeq) implements StatementRejection {
        @Override
        public String code() {
            return "history-incomplete";
        }

        @Override
        public String message() {
            return "The log holds " + count + " events about this contractor, but the last of them is number "
                    + lastPersonSeq + ": some are missing.";
        }
    }
}
