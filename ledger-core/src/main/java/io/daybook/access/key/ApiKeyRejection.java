package io.daybook.access.key;

import io.daybook.access.RoleName;
import io.daybook.kernel.Rejection;
import java.time.Instant;

/** Why an order about a key was refused. */
public sealed interface ApiKeyRejection extends Rejection {
    record RoleOfPeople(RoleName role) implements ApiKeyRejection {
        @Override
        public String code() {
            return "role-of-people";
        }

        @Override
        public String message() {
            return "A key holds finance-maker, operator or auditor; " + role.value() + " is for people.";
        }
    }

    record BadEnd(Instant earliest, Instant latest) implements ApiKeyRejection {
        @Override
        public String code() {
            return "bad-value";
        }

        @Override
        public String message() {
            return "This must lie after " + earliest + " and not after " + latest + ".";
        }
    }

    record NoRoles(ApiKeyId key) implements ApiKeyRejection {
        @Override
        public String code() {
            return "missing-field";
        }

        @Override
        public String message() {
            return "Name at least one role.";
        }
    }

    record NeedsSecondAdmin(ApiKeyId key) implements ApiKeyRejection {
        @Override
        public String code() {
            return "needs-second-person";
        }

        @Override
        public String message() {
            return "You made this key; another admin approves it.";
        }
    }

    record NotTheOwner(ApiKeyId key) implements ApiKeyRejection {
        @Override
        public String code() {
            return "not-the-owner";
        }

        @Override
        public String message() {
            return "What a key does counts as its owner's, so only the owner is shown a secret of it.";
        }
    }

    /** @param status where it stands instead */
    record NotThere(ApiKeyId key, String status) implements ApiKeyRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "The key is " + status + ".";
        }
    }
}
