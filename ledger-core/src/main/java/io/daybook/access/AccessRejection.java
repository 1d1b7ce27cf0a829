package io.daybook.access;

import io.daybook.kernel.Rejection;

/** Why an order about access was refused. */
public sealed interface AccessRejection extends Rejection {
    record NeedsSecondAdmin(GrantId grant) implements AccessRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "Another admin approves this: neither who proposed it nor whom it is for.";
        }
    }

    record NotProposed(GrantId grant) implements AccessRejection {
        @Override
        public String code() {
            return "stale-revision";
        }

        @Override
        public String message() {
            return "This proposal does not wait: it was approved, replaced, or fell with a withdrawal. Look again.";
        }
    }

    /** For {@code roles} of somebody who may do nothing at all. */
    record WithdrawnAsWhole(AccessId access) implements AccessRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "All of this subject's access is withdrawn: first give it back as a whole, without roles.";
        }
    }

    record NothingToGive(AccessId access) implements AccessRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "This subject has that already, as far as Daybook decides.";
        }
    }

    record KeysAreGivenNothing(AccessId access) implements AccessRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "A key has the roles it was made with: give back what was withdrawn, or make another key.";
        }
    }
}
