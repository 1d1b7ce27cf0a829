package io.daybook.rail.simulator;

import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bank keeps, as the port speaks of it. */
record View(Bank bank) {

    RailObject object(Thing thing) {
        return switch (thing) {
            case Thing.Transfer transfer -> object(transfer);
            case Thing.Reversal reversal -> object(reversal);
            case Thing.Payout payout -> object(payout);
            case Thing.TopUp unused -> throw notAnObject();
            case Thing.Line unused -> throw notAnObject();
            case Thing.Event unused -> throw notAnObject();
        };
    }

    List<RailObject> transfers(Instant since, @Nullable String payout) {
        return bank.transfers.since(since.getEpochSecond(), each -> carries(each.labels(), payout)).stream()
                .map(this::object)
                .toList();
    }

    List<RailObject> reversalsOf(String transfer) {
        return bank.reversals.since(0, each -> true).stream()
                .map(this::object)
                .filter(each -> each.reverses().equals(Optional.of(transfer)))
                .toList();
    }

    List<RailObject> reversals(Instant since, @Nullable String payout) {
        return bank.reversals.since(since.getEpochSecond(), each -> carries(each.labels(), payout)).stream()
                .map(this::object)
                .toList();
    }

    List<RailObject> payouts(String account, Instant since, @Nullable String payout) {
        return book(account).payouts.since(since.getEpochSecond(), each -> carries(each.labels(), payout)).stream()
                .map(this::object)
                .toList();
    }

    Optional<RailObject> find(RailObject.Kind kind, String id, Optional<String> within) {
        return switch (kind) {
            case TRANSFER ->
                Optional.ofNullable(Lookup.byId(bank.ids, Ids.Kind.TRANSFER, id, bank.transfers))
                        .map(this::object);
            case REVERSAL ->
                Optional.ofNullable(Lookup.byId(bank.ids, Ids.Kind.REVERSAL, id, bank.reversals))
                        .map(this::object);
            case PAYOUT ->
                Optional.ofNullable(Lookup.byId(bank.ids, Ids.Kind.PAYOUT, id, book(within.orElse("")).payouts))
                        .map(this::object);
        };
    }

    /** The platform's book for the empty account. An account out of reach is no evidence of absence. */
    Book book(String account) {
        return bank.book(account)
                .orElseThrow(() -> new RailUnavailable("the simulated provider gives no access to this account"));
    }

    private RailObject object(Thing.Transfer transfer) {
        return new RailObject(
                RailObject.Kind.TRANSFER,
                bank.ids.name(Ids.Kind.TRANSFER, transfer.number()),
                reference(transfer.labels()),
                attempt(transfer.labels()),
                money(transfer.amount(), transfer.currency()),
                transfer.reversed() == transfer.amount() ? RailObject.Status.REVERSED : RailObject.Status.DONE,
                Optional.of(transfer.destination()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(transfer.created()));
    }

    private RailObject object(Thing.Reversal reversal) {
        return new RailObject(
                RailObject.Kind.REVERSAL,
                bank.ids.name(Ids.Kind.REVERSAL, reversal.number()),
                reference(reversal.labels()),
                attempt(reversal.labels()),
                money(reversal.amount(), reversal.currency()),
                RailObject.Status.DONE,
                Optional.empty(),
                Optional.of(bank.ids.name(Ids.Kind.TRANSFER, reversal.transfer())),
                Optional.empty(),
                Optional.empty(),
                Instant.ofEpochSecond(reversal.created()));
    }

    private RailObject object(Thing.Payout payout) {
        return new RailObject(
                RailObject.Kind.PAYOUT,
                bank.ids.name(Ids.Kind.PAYOUT, payout.number()),
                reference(payout.labels()),
                attempt(payout.labels()),
                money(payout.amount(), payout.currency()),
                RailObject.Status.valueOf(payout.status().name()),
                Optional.of(payout.account()).filter(account -> !account.isEmpty()),
                Optional.empty(),
                Optional.ofNullable(payout.failure()),
                Optional.ofNullable(StripeJson.trace(payout)),
                Instant.ofEpochSecond(payout.created()));
    }

    private static boolean carries(Thing.Labels labels, @Nullable String payout) {
        String carried = labels.metadata().get("payout");
        return carried != null && (payout == null || payout.equals(carried));
    }

    private static Optional<String> reference(Thing.Labels labels) {
        return Optional.ofNullable(labels.metadata().get("payout"));
    }

    private static int attempt(Thing.Labels labels) {
        return Integer.parseInt(labels.metadata().getOrDefault("attempt", "0"));
    }

    static Money money(long amount, String currency) {
        return new Money(amount, Currencies.of(currency.toUpperCase(Locale.ROOT)));
    }

    private static IllegalStateException notAnObject() {
        return new IllegalStateException("not an answer to an instruction");
    }
}
