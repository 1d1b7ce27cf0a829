package io.daybook.rail.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.StripeCollection;
import com.stripe.param.BalanceTransactionListParams;
import io.daybook.money.Money;
import io.daybook.rail.RailMovement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Balance transactions, read forwards. Stripe lists them newest first: what comes before the last one seen in that
 * order is what happened after it.
 */
record StripeBook(StripeCalls calls, Optional<String> account) {
    private static final long PAGE = 100;

    private record Part(List<RailMovement> newestFirst, boolean more) {}

    RailMovement.Page after(Optional<String> cursor, int limit) {
        if (cursor.isEmpty()) return first(limit);
        Part part = part(params -> params.setEndingBefore(cursor.get()).setLimit((long) limit));
        return page(part.newestFirst(), cursor, part.more());
    }

    Optional<String> newest() {
        return part(params -> params.setLimit(1L)).newestFirst().stream()
                .map(RailMovement::id)
                .findFirst();
    }

    /** The beginning of the book lies at the end of the list. */
    private RailMovement.Page first(int limit) {
        List<RailMovement> oldest = new ArrayList<>();
        boolean dropped = false;
        boolean more = true;
        while (more) {
            String last = oldest.isEmpty() ? null : oldest.getLast().id();
            Part part = part(params -> params.setStartingAfter(last).setLimit(PAGE));
            oldest.addAll(part.newestFirst());
            int surplus = Math.max(0, oldest.size() - limit);
            oldest.subList(0, surplus).clear();
            dropped |= surplus > 0;
            more = part.more();
        }
        return page(oldest, Optional.empty(), dropped);
    }

    private static RailMovement.Page page(List<RailMovement> newestFirst, Optional<String> cursor, boolean more) {
        Optional<String> next = newestFirst.isEmpty()
                ? cursor
                : Optional.of(newestFirst.getFirst().id());
        return new RailMovement.Page(List.copyOf(newestFirst.reversed()), next, more);
    }

    private Part part(UnaryOperator<BalanceTransactionListParams.Builder> params) {
        var filter = params.apply(BalanceTransactionListParams.builder()).build();
        return calls.ask("GET /v1/balance_transactions", api -> {
            StripeCollection<BalanceTransaction> page =
                    api.balanceTransactions().list(filter, StripeCalls.on(account));
            List<RailMovement> lines =
                    page.getData().stream().map(this::movement).toList();
            return new Part(lines, Boolean.TRUE.equals(page.getHasMore()) && !lines.isEmpty());
        });
    }

    private RailMovement movement(BalanceTransaction line) {
        Money amount = StripeUnits.fromStripe(line.getAmount(), line.getCurrency());
        return new RailMovement(
                Objects.requireNonNull(line.getId()),
                kind(line.getType()),
                amount,
                StripeUnits.fromStripe(line.getFee(), line.getCurrency()),
                Optional.ofNullable(line.getSource()),
                Optional.ofNullable(line.getDescription()),
                Instant.ofEpochSecond(line.getCreated()));
    }

    /** A payout in our own book goes to our own bank; in a connected account's it goes to the contractor's. */
    private RailMovement.Kind kind(String type) {
        boolean ours = account.isEmpty();
        return switch (type) {
            case "topup" -> RailMovement.Kind.TOP_UP;
            case "transfer" -> RailMovement.Kind.TRANSFER;
            case "transfer_refund", "transfer_cancel", "transfer_failure" -> RailMovement.Kind.REVERSAL;
            // In a connected account's book this is a transfer's other side; in ours it is somebody paying us.
            case "payment" -> ours ? RailMovement.Kind.OTHER : RailMovement.Kind.TRANSFER;
            case "payment_refund" -> ours ? RailMovement.Kind.OTHER : RailMovement.Kind.REVERSAL;
            case "payout" -> ours ? RailMovement.Kind.WITHDRAWAL : RailMovement.Kind.PAYOUT;
            case "payout_failure", "payout_cancel" ->
                ours ? RailMovement.Kind.WITHDRAWAL_FAILURE : RailMovement.Kind.PAYOUT_FAILURE;
            case "stripe_fee", "stripe_fx_fee", "application_fee", "tax_fee" -> RailMovement.Kind.FEE;
            default -> RailMovement.Kind.OTHER;
        };
    }
}
