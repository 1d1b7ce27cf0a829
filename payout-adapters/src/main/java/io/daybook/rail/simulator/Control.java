package io.daybook.rail.simulator;

import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The routes under {@code /_sim/}, for drills: the clock, faults, money from nowhere, and what really happened. */
final class Control {
    private final SimulatedProvider provider;
    private final Courier courier;

    Control(SimulatedProvider provider, Courier courier) {
        this.provider = provider;
        this.courier = courier;
    }

    Routes.Answer answer(Request request) {
        try {
            ObjectNode body = request.method().equals("POST") ? change(request) : tell(request);
            return new Routes.Answer(200, body, null);
        } catch (Refusal refusal) {
            return new Routes.Answer(refusal.reply().status(), provider.json().failed(refusal.reply()), null);
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            Reply.Failed failed = Reply.invalid(400, null, null, String.valueOf(e.getMessage()));
            return new Routes.Answer(400, provider.json().failed(failed), null);
        }
    }

    private ObjectNode change(Request request) {
        switch (what(request)) {
            case "clock" -> provider.advance(Duration.parse(request.needed("advance")));
            case "accounts" -> provider.openAccount(request.needed("id"));
            case "funds" ->
                provider.fund(money(request), request.text("reference").orElse("funds"));
            case "topups" ->
                provider.topUp(money(request), request.text("reference").orElse("top-up"));
            case "fees" ->
                provider.chargeFee(money(request), request.text("text").orElse("fee"));
            case "faults" -> repeat(request, fault(request));
            case "fates" -> repeat(request, fate(request));
            case "webhooks" -> request.text("url").ifPresent(courier::deliverTo);
            default -> throw unknown();
        }
        courier.deliver();
        return clock();
    }

    private ObjectNode tell(Request request) {
        return switch (what(request)) {
            case "clock" -> clock();
            case "balances" -> balances();
            case "paid" -> paid(currency(request));
            default -> throw unknown();
        };
    }

    private ObjectNode clock() {
        return provider.json().empty().put("now", provider.now().toString());
    }

    private ObjectNode balances() {
        return provider.read(bank -> {
            ObjectNode all = provider.json().empty();
            all.set("platform", provider.json().balance(bank.platform.balances()));
            ObjectNode connected = all.putObject("connected");
            bank.connected()
                    .forEach(book -> connected.set(book.account, provider.json().balance(book.balances())));
            return all;
        });
    }

    private ObjectNode paid(Currency currency) {
        ObjectNode paid = provider.json().empty();
        provider.paidPerDestination(currency).forEach(paid::put);
        return paid;
    }

    private Consumer<SimulatedProvider> fault(Request request) {
        Fault fault = Fault.valueOf(request.needed("fault").toUpperCase(Locale.ROOT));
        boolean reads = request.text("on").map("reads"::equals).orElse(false);
        return each -> {
            if (reads) each.failNextRead(fault);
            else each.failNextWrite(fault);
        };
    }

    private static Consumer<SimulatedProvider> fate(Request request) {
        PayoutFate fate = PayoutFate.valueOf(request.needed("fate").toUpperCase(Locale.ROOT));
        String account = request.needed("account");
        return each -> each.decideNextPayout(account, fate);
    }

    private void repeat(Request request, Consumer<SimulatedProvider> what) {
        for (long left = request.number("times").orElse(1L); left > 0; left--) what.accept(provider);
    }

    private static Money money(Request request) {
        return new Money(request.neededNumber("amount"), currency(request));
    }

    private static Currency currency(Request request) {
        return Currencies.of(request.needed("currency").toUpperCase(Locale.ROOT));
    }

    private static String what(Request request) {
        return request.path().size() == 2 ? request.segment(1) : "";
    }

    private static Refusal unknown() {
        return new Refusal(Reply.invalid(404, null, null, "No such control."));
    }
}
