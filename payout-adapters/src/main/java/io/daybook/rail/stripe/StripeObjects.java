package io.daybook.rail.stripe;

import com.stripe.model.Payout;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's objects as the port speaks of them. Errors: RuntimeException when an object lacks what it must have. */
final class StripeObjects {
    private StripeObjects() {}

    static RailObject of(Transfer transfer) {
        boolean back = Boolean.TRUE.equals(transfer.getReversed());
        return new RailObject(
                RailObject.Kind.TRANSFER,
                Objects.requireNonNull(transfer.getId()),
                reference(transfer.getMetadata()),
                attempt(transfer.getMetadata()),
                StripeUnits.fromStripe(transfer.getAmount(), transfer.getCurrency()),
                back ? RailObject.Status.REVERSED : RailObject.Status.DONE,
                Optional.ofNullable(transfer.getDestination()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(transfer.getCreated()));
    }

    /** {@code account} is whose payout it is; empty for the platform's own. */
    static RailObject of(Payout payout, Optional<String> account) {
        return new RailObject(
                RailObject.Kind.PAYOUT,
                Objects.requireNonNull(payout.getId()),
                reference(payout.getMetadata()),
                attempt(payout.getMetadata()),
                StripeUnits.fromStripe(payout.getAmount(), payout.getCurrency()),
                status(payout.getStatus()),
                account,
                Optional.empty(),
                Optional.ofNullable(payout.getFailureCode()),
                Optional.ofNullable(payout.getTraceId()).map(Payout.TraceId::getValue),
                Instant.ofEpochSecond(payout.getCreated()));
    }

    static RailObject of(TransferReversal reversal) {
        return new RailObject(
                RailObject.Kind.REVERSAL,
                Objects.requireNonNull(reversal.getId()),
                reference(reversal.getMetadata()),
                attempt(reversal.getMetadata()),
                StripeUnits.fromStripe(reversal.getAmount(), reversal.getCurrency()),
                RailObject.Status.DONE,
                Optional.empty(),
                Optional.of(reversal.getTransfer()),
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(reversal.getCreated()));
    }

    static Optional<String> reference(@Nullable Map<String, String> metadata) {
        return Optional.ofNullable(metadata).map(labels -> labels.get("payout"));
    }

    private static int attempt(@Nullable Map<String, String> metadata) {
        try {
            return metadata == null ? 0 : Integer.parseInt(metadata.getOrDefault("attempt", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static RailObject.Status status(String status) {
        return published(status)
                .orElseThrow(
                        () -> new IllegalStateException("a payout status that Stripe had not published: " + status));
    }

    /** A payout's status as Stripe writes it; empty for one that Stripe had not published. */
    static Optional<RailObject.Status> published(String status) {
        return switch (status) {
            case "pending" -> Optional.of(RailObject.Status.PENDING);
            case "in_transit" -> Optional.of(RailObject.Status.IN_TRANSIT);
            case "paid" -> Optional.of(RailObject.Status.PAID);
            case "failed" -> Optional.of(RailObject.Status.FAILED);
            case "canceled" -> Optional.of(RailObject.Status.CANCELED);
            default -> Optional.empty();
        };
    }
}
