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

/**
 * Balance transactions, read forwards. Stripe lists them newest first: what comes before the last one seen in that order is
 * what happened after it.
 */
record StripeBook(StripeCalls calls, Optional<String> account) {
    private static final long PAGE = 100;

    RailMovement.Page after(Optional<String> cursor, int limit) {
        if (cursor.isEmpty()) return first(limit);
        StripeCollection<BalanceTransaction> page = page(BalanceTransactionListParams.builder()
                .setEndingBefore(cursor.get())
                .setLimit((long) limit));
        List<RailMovement> lines =
                page.getData().reversed().stream().map(this::movement).toList();
        Optional<String> next =
                lines.isEmpty() ? cursor : Optional.of(lines.getLast().id());
        return new RailMovement.Page(lines, next, Boolean.TRUE.equals(page.getHasMore()));
    }

    Optional<String> newest() {
        return page(BalanceTransactionListParams.builder().setLimit(1L)).getData().stream()
                .map(BalanceTransaction::getId)
                .findFirst();
    }

    /** The beginning of the book lies at the end of the list. */
    private RailMovement.Page first(int limit) {
        List<BalanceTransaction> oldest = new ArrayList<>();
        boolean dropped = false;
        boolean more = true;
        while (more) {
            var params = BalanceTransactionListParams.builder().setLimit(PAGE);
            if (!oldest.isEmpty()) params.setStartingAfter(oldest.getLast().getId());
            StripeCollection<BalanceTransaction> page = page(params);
            oldest.addAll(page.getData());
            int surplus = Math.max(0, oldest.size() - limit);
            oldest.subList(0, surplus).clear();
            dropped |= surplus > 0;
            more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
        }
        List<RailMovement> lines =
                oldest.reversed().stream().map(this::movement).toList();
        return new RailMovement.Page(
                lines,
                lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().id()),
                dropped);
    }

    private StripeCollection<BalanceTransaction> page(BalanceTransactionListParams.Builder params) {
        return calls.ask(
                "GET /v1/balance_transactions",
                api -> api.balanceTransactions().list(params.build(), StripeCalls.on(account)));
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
            case "transfer", "payment" -> RailMovement.Kind.TRANSFER;
            case "transfer_refund", "transfer_cancel", "transfer_failure", "payment_refund" ->
                RailMovement.Kind.REVERSAL;
            case "payout" -> ours ? RailMovement.Kind.WITHDRAWAL : RailMovement.Kind.PAYOUT;
            case "payout_failure", "payout_cancel" ->
                ours ? RailMovement.Kind.WITHDRAWAL_FAILURE : RailMovement.Kind.PAYOUT_FAILURE;
            case "stripe_fee", "stripe_fx_fee", "application_fee", "tax_fee" -> RailMovement.Kind.FEE;
            default -> RailMovement.Kind.OTHER;
        };
    }
}
