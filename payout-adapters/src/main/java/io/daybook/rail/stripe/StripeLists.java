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
import io.daybook.rail.RailDenied;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stripe's lists, read whole and turned round: oldest first. */
final class StripeLists {
    private static final long PAGE = 100;

    private final StripeCalls calls;

    private interface Pages<T extends HasId> {
        StripeCollection<T> after(V1Services api, @Nullable String last) throws StripeException;
    }

    private record Part(List<RailObject> objects, @Nullable String last, boolean more) {
        static final Part NONE = new Part(List.of(), null, false);
    }

    private interface Reader {
        Part read(String endpoint, StripeCalls.Call<Part> call);
    }

    StripeLists(StripeCalls calls) {
        this.calls = calls;
    }

    List<RailObject> transfers(String group, Instant since) {
        return transfers(Optional.of(group), since, calls::ask);
    }

    /** Of every group. The lists of everything ask again where one read was not answered. */
    List<RailObject> transfers(Instant since) {
        return transfers(Optional.empty(), since, this::patiently);
    }

    private List<RailObject> transfers(Optional<String> group, Instant since, Reader reader) {
        var created = TransferListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(
                reader,
                "GET /v1/transfers",
                StripeObjects::of,
                (api, last) -> api.transfers()
                        .list(TransferListParams.builder()
                                .setTransferGroup(group.orElse(null))
                                .setCreated(created)
                                .setLimit(PAGE)
                                .setStartingAfter(last)
                                .build()));
    }

    /** Errors: RailDenied where the account is out of our reach. */
    List<RailObject> payouts(String account, Instant since) {
        return payouts(
                account,
                since,
                (endpoint, call) -> calls.askOn(endpoint, call)
                        .orElseThrow(() -> new RailDenied("Stripe gives us no access to the account: " + endpoint)));
    }

    /** None where the account is out of our reach. */
    List<RailObject> payoutsIfOpen(String account, Instant since) {
        return payouts(
                account,
                since,
                (endpoint, call) ->
                        Patience.ask(() -> calls.askOn(endpoint, call)).orElse(Part.NONE));
    }

    private Part patiently(String endpoint, StripeCalls.Call<Part> call) {
        return Patience.ask(() -> calls.ask(endpoint, call));
    }

    private List<RailObject> payouts(String account, Instant since, Reader reader) {
        var created = PayoutListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        Optional<String> on = Optional.of(account);
        return all(
                reader,
                "GET /v1/payouts",
                payout -> StripeObjects.of(payout, on),
                (api, last) -> api.payouts()
                        .list(
                                PayoutListParams.builder()
                                        .setCreated(created)
                                        .setLimit(PAGE)
                                        .setStartingAfter(last)
                                        .build(),
                                StripeCalls.on(on)));
    }

    List<RailObject> reversalsOf(String transfer) {
        return all(
                calls::ask,
                "GET /v1/transfers/reversals",
                StripeObjects::of,
                (api, last) -> api.transfers()
                        .reversals()
                        .list(
                                transfer,
                                TransferReversalListParams.builder()
                                        .setLimit(PAGE)
                                        .setStartingAfter(last)
                                        .build()));
    }

    /** Reversals of any transfer: only our book lists them by time. */
    List<RailObject> reversals(Instant since) {
        var created = BalanceTransactionListParams.Created.builder()
                .setGte(since.getEpochSecond())
                .build();
        return all(
                this::patiently,
                "GET /v1/balance_transactions",
                StripeLists::reversal,
                (api, last) -> api.balanceTransactions()
                        .list(BalanceTransactionListParams.builder()
                                .setType("transfer_refund")
                                .setCreated(created)
                                .setLimit(PAGE)
                                .setStartingAfter(last)
                                .addExpand("data.source")
                                .build()));
    }

    private static RailObject reversal(BalanceTransaction line) {
        return StripeObjects.of((TransferReversal) Objects.requireNonNull(line.getSourceObject()));
    }

    private static <T extends HasId> List<RailObject> all(
            Reader reader, String endpoint, Function<T, RailObject> meaning, Pages<T> pages) {
        List<RailObject> newestFirst = new ArrayList<>();
        Part part = new Part(List.of(), null, true);
        while (part.more()) {
            String last = part.last();
            part = reader.read(endpoint, api -> part(pages.after(api, last), meaning));
            newestFirst.addAll(part.objects());
        }
        return newestFirst.reversed();
    }

    /** Read where a list that makes no sense still counts as no answer. */
    private static <T extends HasId> Part part(StripeCollection<T> page, Function<T, RailObject> meaning) {
        List<T> things = page.getData();
        String last = things.isEmpty() ? null : things.getLast().getId();
        boolean more = last != null && Boolean.TRUE.equals(page.getHasMore());
        return new Part(things.stream().map(meaning).toList(), last, more);
    }
}
