package io.daybook.period;

import io.daybook.kernel.Rejection;
import java.time.Instant;

/** Why an order about an accounting period was refused. */
public sealed interface PeriodRejection extends Rejection {
    record NotOver(PeriodId period, Instant endsAt) implements PeriodRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return period.month().id() + " is not over: it can be closed from " + endsAt + " on.";
        }
    }

    record NotClosed(PeriodId period) implements PeriodRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return period.month().id() + " is open; only what is closed can be opened again.";
        }
    }

    record NeedsSecondPerson(PeriodId period) implements PeriodRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "You have signed for " + period.month().id() + " already; now somebody else does.";
        }
    }

    record ReasonMissing(PeriodId period) implements PeriodRejection {
        @Override
        public String code() {
            return "missing-field";
        }

        @Override
        public String message() {
            return "Say why " + period.month().id() + " should be opened again.";
        }
    }
}
