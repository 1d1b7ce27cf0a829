package io.daybook.rail.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import com.stripe.model.TransferReversal;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.PayoutListParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalListParams;
import com.stripe.service.V1Services;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's lists, read whole and turned round: oldest first. */
final class StripeLists {
    private static final long PAGE = 100;

    private final StripeCalls calls;

    private interface Pages<T extends HasId> {
        StripeCollection<T> after(V1Services api, @Nullable String last) throws StripeException;
    }

    StripeLists(StripeCalls calls) {
        this.calls = calls;
    }

    /** {@code group} empty: transfers of every group. */
    List<RailObject> transfers(Optional<String> group, Instant since) {
        var created = TransferListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(
                        "GET /v1/transfers",
                        (api, last) -> api.transfers()
                                .list(TransferListParams.builder()
                                        .setTransferGroup(group.orElse(null))
                                        .setCreated(created)
                                        .setLimit(PAGE)
                                        .setStartingAfter(last)
                                        .build()))
                .stream()
                .map(StripeObjects::of)
                .toList();
    }

    List<RailObject> payouts(String account, Instant since) {
        var created = PayoutListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        Optional<String> on = Optional.of(account);
        return all(
                        "GET /v1/payouts",
                        (api, last) -> api.payouts()
                                .list(
                                        PayoutListParams.builder()
                                                .setCreated(created)
                                                .setLimit(PAGE)
                                                .setStartingAfter(last)
                                                .build(),
                                        StripeCalls.on(on)))
                .stream()
                .map(payout -> StripeObjects.of(payout, on))
                .toList();
    }

    List<RailObject> reversalsOf(String transfer) {
        return all(
                        "GET /v1/transfers/reversals",
                        (api, last) -> api.transfers()
                                .reversals()
                                .list(
                                        transfer,
                                        TransferReversalListParams.builder()
                                                .setLimit(PAGE)
                                                .setStartingAfter(last)
                                                .build()))
                .stream()
                .map(StripeObjects::of)
                .toList();
    }

    /** Reversals of any transfer: only our book lists them by time. */
    List<RailObject> reversals(Instant since) {
        var created = BalanceTransactionListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(
                        "GET /v1/balance_transactions",
                        (api, last) -> api.balanceTransactions()
                                .list(BalanceTransactionListParams.builder()
                                        .setType("transfer_refund")
                                        .setCreated(created)
                                        .setLimit(PAGE)
                                        .setStartingAfter(last)
                                        .addExpand("data.source")
                                        .build()))
                .stream()
                .map(BalanceTransaction::getSourceObject)
                .map(source -> StripeObjects.of((TransferReversal) Objects.requireNonNull(source)))
                .toList();
    }

    private <T extends HasId> List<T> all(String endpoint, Pages<T> pages) {
        List<T> newestFirst = new ArrayList<>();
        boolean more = true;
        while (more) {
            String last = newestFirst.isEmpty() ? null : newestFirst.getLast().getId();
            StripeCollection<T> page = calls.ask(endpoint, api -> pages.after(api, last));
            newestFirst.addAll(page.getData());
            more = Boolean.TRUE.equals(page.getHasMore()) && !page.getData().isEmpty();
        }
        return newestFirst.reversed();
    }
}
