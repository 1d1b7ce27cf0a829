package io.daybook.engagement;

import io.daybook.kernel.Rejection;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** Why an order about an engagement was refused. */
public sealed interface EngagementRejection extends Rejection {
    record UnknownEngagement(EngagementId engagement) implements EngagementRejection {
        @Override
        public String code() {
            return "not-found";
        }

        @Override
        public String message() {
            return "There is no such engagement; start it first.";
        }
    }

    record EngagementExists(EngagementId engagement, List<String> differing) implements EngagementRejection {
        public EngagementExists {
            differing = List.copyOf(differing);
        }

        @Override
        public String code() {
            return "engagement-exists";
        }

        @Override
        public String message() {
            return "This contractor works on this project already, on other terms (" + String.join(", ", differing)
                    + "). Change them at /engagements/" + engagement.value()
                    + ": PUT …/terms for overlap and weeklyCapHours, POST …/rates for a rate.";
        }
    }

    record RateConflict(EngagementId engagement, LocalDate from) implements EngagementRejection {
        @Override
        public String code() {
            return "rate-conflict";
        }

        @Override
        public String message() {
            return "Another rate was agreed from " + from + " already; agree the new one from another date.";
        }
    }

    record CurrencyMismatch(EngagementId engagement, Currency currency) implements EngagementRejection {
        @Override
        public String code() {
            return "currency-mismatch";
        }

        @Override
        public String message() {
            return "This engagement is paid in " + currency + ".";
        }
    }

    record CapNotPositive(EngagementId engagement) implements EngagementRejection {
        @Override
        public String code() {
            return "not-positive";
        }

        @Override
        public String message() {
            return "A weekly cap is above zero; leave it out for none.";
        }
    }

    record EngagementHasEnded(EngagementId engagement) implements EngagementRejection {
        @Override
        public String code() {
            return "illegal-state";
        }

        @Override
        public String message() {
            return "This engagement has ended and its terms no longer change.";
        }
    }
}
