package io.daybook.rail.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the provider keeps. Amounts are in its own minor units, times in seconds since 1970. */
sealed interface Thing {
    /** One count over all kinds, in order of creation; {@link Ids} makes the id of it. */
    long number();

    long created();

    record Transfer(
            long number,
            long created,
            long amount,
            long reversed,
            String currency,
            String destination,
            @Nullable String group,
            Labels labels,
            long line)
            implements Thing {
        Transfer reversedBy(long more) {
            return new Transfer(number, created, amount, reversed + more, currency, destination, group, labels, line);
        }
    }

    record Reversal(long number, long created, long amount, String currency, long transfer, Labels labels, long line)
            implements Thing {}

    /** {@code account} is empty for a payout from the platform's own balance. */
    record Payout(
            long number,
            long created,
            long amount,
            String currency,
            String account,
            String destination,
            Labels labels,
            long arrives,
            PayoutStatus status,
            @Nullable String failure,
            long line,
            long failureLine)
            implements Thing {
        Payout now(PayoutStatus other) {
            return new Payout(
                    number,
                    created,
                    amount,
                    currency,
                    account,
                    destination,
                    labels,
                    arrives,
                    other,
                    failure,
                    line,
                    failureLine);
        }

        Payout undone(PayoutStatus other, @Nullable String why, long byLine) {
            return new Payout(
                    number, created, amount, currency, account, destination, labels, arrives, other, why, line, byLine);
        }
    }

    record TopUp(
            long number,
            long created,
            long amount,
            String currency,
            Labels labels,
            TopUpStatus status,
            long due,
            long line)
            implements Thing {
        TopUp succeeded(long byLine) {
            return new TopUp(number, created, amount, currency, labels, TopUpStatus.SUCCEEDED, due, byLine);
        }
    }

    /**
     * A line of an account's book: signed, net = amount − fee. {@code source} is the number of what caused it, 0 for
     * none.
     */
    record Line(
            long number,
            long created,
            LineType type,
            long amount,
            long fee,
            String currency,
            long source,
            @Nullable String text)
            implements Thing {}

    /** {@code subject} as it stood then; {@code account} is empty for the platform's own events. */
    record Event(long number, long created, String type, String account, Thing subject) implements Thing {}

    /** What the caller wrote on an object. */
    record Labels(@Nullable String description, Map<String, String> metadata) {
        static final Labels NONE = new Labels(null, Map.of());
    }

    enum PayoutStatus {
        PENDING,
        IN_TRANSIT,
        PAID,
        FAILED,
        CANCELED
    }

    enum TopUpStatus {
        PENDING,
        SUCCEEDED
    }

    enum LineType {
        TOPUP(Ids.Kind.TOP_UP, "topup"),
        TRANSFER(Ids.Kind.TRANSFER, "transfer"),
        TRANSFER_REFUND(Ids.Kind.REVERSAL, "transfer_reversal"),
        PAYMENT(Ids.Kind.PAYMENT, "charge"),
        PAYMENT_REFUND(Ids.Kind.PAYMENT, "refund"),
        PAYOUT(Ids.Kind.PAYOUT, "payout"),
        PAYOUT_FAILURE(Ids.Kind.PAYOUT, "payout_reversal"),
        PAYOUT_CANCEL(Ids.Kind.PAYOUT, "payout_reversal"),
        STRIPE_FEE(Ids.Kind.LINE, "fee");

        final Ids.Kind source;
        final String category;

        LineType(Ids.Kind source, String category) {
            this.source = source;
            this.category = category;
        }
    }
}
