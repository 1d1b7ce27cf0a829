package io.daybook.rail.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's routes, as far as payouts need them. */
final class Routes {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 100;

    private final SimulatedProvider provider;

    /** {@code fault} says what happens to the answer on its way. */
    record Answer(int status, ObjectNode body, @Nullable Fault fault) {}

    Routes(SimulatedProvider provider) {
        this.provider = provider;
    }

    Answer answer(Request request) {
        try {
            return request.method().equals("POST") ? write(request) : read(request);
        } catch (Refusal refusal) {
            return failed(refusal.reply(), null);
        }
    }

    Answer failed(Reply.Failed failed, @Nullable Fault fault) {
        return new Answer(failed.status(), provider.json().failed(failed), fault);
    }

    private Answer write(Request request) {
        Reply.Delivered delivered = provider.carry(request.key(), order(request));
        return switch (delivered.reply()) {
            case Reply.Done done ->
                new Answer(200, provider.read(bank -> provider.json().write(done.thing())), delivered.fault());
            case Reply.Failed failed -> failed(failed, delivered.fault());
        };
    }

    private static Order order(Request request) {
        String account = request.account().orElse("");
        if (request.is("POST /v1/transfers"))
            return new Order.Transfer(
                    request.neededNumber("amount"),
                    currency(request),
                    request.needed("destination"),
                    request.text("transfer_group").orElse(null),
                    request.labels());
        if (request.is("POST /v1/transfers/*/reversals"))
            return new Order.Reversal(
                    request.segment(2), request.number("amount").orElse(0L), request.labels());
        if (request.is("POST /v1/payouts"))
            return new Order.Payout(
                    account,
                    request.neededNumber("amount"),
                    currency(request),
                    request.text("destination").orElse(null),
                    request.labels());
        if (request.is("POST /v1/payouts/*/cancel")) return new Order.Cancel(account, request.segment(2));
        if (request.is("POST /v1/topups"))
            return new Order.TopUp(request.neededNumber("amount"), currency(request), request.labels());
        throw unknownRoute(request);
    }

    private Answer read(Request request) {
        Fault fault = provider.faultOfRead();
        if (fault != null && !fault.reachesTheKeys()) return failed(Reply.turnedAway(fault), fault);
        ObjectNode body = provider.read(bank -> read(request, bank));
        return fault == Fault.SAVED_500 || fault == Fault.SAVED_500_AFTER
                ? failed(Reply.turnedAway(fault), fault)
                : new Answer(200, body, fault);
    }

    private ObjectNode read(Request request, Bank bank) {
        String account = request.account().orElse("");
        Book book = bank.book(account).orElseThrow(() -> new Refusal(Reply.noAccess(account)));
        return switch (request.path().size() < 2 ? "" : request.segment(1)) {
            case "balance" -> provider.json().balance(book.balances());
            case "accounts" -> account(request, bank);
            case "transfers" -> transfers(request, bank);
            case "payouts" ->
                request.is("GET /v1/payouts")
                        ? list(request, bank, Ids.Kind.PAYOUT, book.payouts, payouts(request))
                        : one(request, bank, Ids.Kind.PAYOUT, "payout", book.payouts);
            case "topups" ->
                request.is("GET /v1/topups")
                        ? list(request, bank, Ids.Kind.TOP_UP, bank.topUps, topUp -> true)
                        : one(request, bank, Ids.Kind.TOP_UP, "topup", bank.topUps);
            case "balance_transactions" -> lines(request, bank, book);
            case "events" ->
                request.is("GET /v1/events")
                        ? list(request, bank, Ids.Kind.EVENT, bank.outbox.events, events(request, account))
                        : one(request, bank, Ids.Kind.EVENT, "event", bank.outbox.events);
            default -> throw unknownRoute(request);
        };
    }

    private ObjectNode account(Request request, Bank bank) {
        if (!request.is("GET /v1/accounts/*")) throw unknownRoute(request);
        String id = request.segment(2);
        return provider.json()
                .account(Optional.of(id)
                        .filter(name -> !name.isEmpty())
                        .flatMap(bank::book)
                        .orElseThrow(() -> new Refusal(Reply.noAccess(id))));
    }

    private ObjectNode transfers(Request request, Bank bank) {
        if (request.is("GET /v1/transfers")) {
            Predicate<Thing.Transfer> wanted = transfer -> matches(request, "destination", transfer.destination())
                    && matches(request, "transfer_group", transfer.group());
            return list(request, bank, Ids.Kind.TRANSFER, bank.transfers, wanted);
        }
        if (request.is("GET /v1/transfers/*")) return one(request, bank, Ids.Kind.TRANSFER, "transfer", bank.transfers);
        Thing.Transfer transfer = Lookup.byId(bank.ids, Ids.Kind.TRANSFER, request.segment(2), bank.transfers);
        if (transfer == null) throw new Refusal(Reply.missing("id", "transfer", request.segment(2)));
        if (request.is("GET /v1/transfers/*/reversals"))
            return list(
                    request,
                    bank,
                    Ids.Kind.REVERSAL,
                    bank.reversals,
                    reversal -> reversal.transfer() == transfer.number());
        if (!request.is("GET /v1/transfers/*/reversals/*")) throw unknownRoute(request);
        Thing.Reversal reversal = Lookup.byId(bank.ids, Ids.Kind.REVERSAL, request.segment(4), bank.reversals);
        if (reversal == null || reversal.transfer() != transfer.number())
            throw new Refusal(Reply.missing("id", "transfer reversal", request.segment(4)));
        return provider.json().write(reversal);
    }

    private ObjectNode lines(Request request, Bank bank, Book book) {
        if (!request.is("GET /v1/balance_transactions"))
            return one(request, bank, Ids.Kind.LINE, "balance transaction", book.lines);
        Predicate<Thing.Line> wanted = line -> matches(request, "type", lower(line.type()))
                && matches(request, "currency", line.currency())
                && matches(request, "source", provider.json().source(line));
        ObjectNode page = list(request, bank, Ids.Kind.LINE, book.lines, wanted);
        if (request.expands("data.source"))
            for (JsonNode line : page.path("data")) expandReversal((ObjectNode) line, bank);
        return page;
    }

    private void expandReversal(ObjectNode line, Bank bank) {
        String source = line.path("source").asString("");
        Thing.Reversal reversal = Lookup.byId(bank.ids, Ids.Kind.REVERSAL, source, bank.reversals);
        if (reversal != null) line.set("source", provider.json().write(reversal));
    }

    private static Predicate<Thing.Payout> payouts(Request request) {
        return payout -> matches(request, "status", lower(payout.status()))
                && matches(request, "destination", payout.destination());
    }

    private static Predicate<Thing.Event> events(Request request, String account) {
        return event -> event.account().equals(account) && matches(request, "type", event.type());
    }

    private <T extends Thing> ObjectNode one(Request request, Bank bank, Ids.Kind kind, String what, Shelf<T> shelf) {
        if (request.path().size() != 3) throw unknownRoute(request);
        T thing = Lookup.byId(bank.ids, kind, request.segment(2), shelf);
        if (thing == null) throw new Refusal(Reply.missing("id", what, request.segment(2)));
        return provider.json().write(thing);
    }

    private <T extends Thing> ObjectNode list(
            Request request, Bank bank, Ids.Kind kind, Shelf<T> shelf, Predicate<T> wanted) {
        int limit = (int) Math.clamp(request.number("limit").orElse((long) DEFAULT_LIMIT), 1L, (long) MOST);
        var created = request.created();
        Predicate<T> filter = thing -> created.test(thing.created()) && wanted.test(thing);
        Function<String, Long> place = id -> bank.ids.number(kind, id).stream()
                .boxed()
                .filter(number -> shelf.get(number).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal(Reply.missing("starting_after", "object", id)));
        Shelf.Page<T> page = request.text("ending_before")
                .map(place)
                .map(number -> shelf.newerThan(number, limit, filter))
                .orElseGet(() -> shelf.olderThan(
                        request.text("starting_after").map(place).orElse(Long.MAX_VALUE), limit, filter));
        return provider.json().list("/" + String.join("/", request.path()), page);
    }

    private static boolean matches(Request request, String filter, @Nullable String value) {
        return request.text(filter).map(wanted -> wanted.equals(value)).orElse(true);
    }

    private static String currency(Request request) {
        return request.needed("currency").toLowerCase(Locale.ROOT).intern();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Refusal unknownRoute(Request request) {
        return new Refusal(Reply.invalid(
                404,
                null,
                null,
                "Unrecognized request URL (" + request.method() + ": /" + String.join("/", request.path()) + ")."));
    }
}
