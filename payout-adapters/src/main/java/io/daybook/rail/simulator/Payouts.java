package io.daybook.rail.simulator;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The life of payouts: created, on their way, paid or failed, and sent back after that. */
final class Payouts {
    private static final String[] FAILURES = {
        "account_closed", "no_account", "could_not_process", "invalid_account_number"
    };

    private final Bank bank;
    private final SimulatorSettings settings;
    private final Agenda agenda;
    private final Faults faults;
    private final Chance chance;
    private final Map<String, Long> unbilled = new TreeMap<>();

    Payouts(Bank bank, SimulatorSettings settings, Agenda agenda, Faults faults, Chance chance) {
        this.bank = bank;
        this.settings = settings;
        this.agenda = agenda;
        this.faults = faults;
        this.chance = chance;
    }

    Reply create(Order.Payout order, String key) {
        if (order.amount() <= 0) return Bank.notPositive();
        Book book = bank.book(order.account()).orElse(null);
        if (book == null) return Reply.noAccess(order.account());
        String reference = reference(order, key);
        String destination = destination(order);
        PayoutFate fate = faults.ofPayout(order.account().isEmpty() ? destination : order.account(), reference);
        if (fate == PayoutFate.REFUSED)
            return Reply.invalid(400, "payouts_not_allowed", null, "Payouts are disabled for this account.");
        if (book.balance(order.currency()).available() < order.amount()) return Reply.insufficient();
        long number = bank.nextNumber();
        long line = bank.write(book, Thing.LineType.PAYOUT, -order.amount(), order.currency(), number, "STRIPE PAYOUT");
        Thing.Payout made = new Thing.Payout(
                number,
                agenda.now(),
                order.amount(),
                order.currency(),
                order.account(),
                destination,
                order.labels(),
                arrival(reference),
                Thing.PayoutStatus.PENDING,
                null,
                line,
                0);
        book.payouts.add(made);
        if (settings.payoutFee() > 0) unbilled.merge(order.currency(), settings.payoutFee(), Math::addExact);
        bank.publish("payout.created", order.account(), made);
        long departs = agenda.now() + settings.timing().inTransit().toSeconds();
        agenda.at(departs, () -> depart(book, number, fate));
        return new Reply.Done(made);
    }

    Reply cancel(Order.Cancel order) {
        Book book = bank.book(order.account()).orElse(null);
        if (book == null) return Reply.noAccess(order.account());
        Thing.Payout payout = Lookup.byId(bank.ids, Ids.Kind.PAYOUT, order.payout(), book.payouts);
        if (payout == null) return Reply.missing("id", "payout", order.payout());
        if (payout.status() != Thing.PayoutStatus.PENDING)
            return Reply.invalid(400, null, null, "Payouts can only be canceled while they are pending.");
        return new Reply.Done(undo(book, payout, Thing.PayoutStatus.CANCELED, "payout.canceled", null));
    }

    void billFees() {
        unbilled.forEach((currency, fee) -> bank.charge(currency, fee, "Payout fees"));
        unbilled.clear();
    }

    private void depart(Book book, long number, PayoutFate fate) {
        Thing.Payout payout = book.payouts.get(number).orElseThrow();
        if (payout.status() != Thing.PayoutStatus.PENDING) return;
        become(book, payout.now(Thing.PayoutStatus.IN_TRANSIT), "payout.updated");
        agenda.at(payout.arrives(), () -> arrive(book, number, fate));
    }

    private void arrive(Book book, long number, PayoutFate fate) {
        Thing.Payout payout = book.payouts.get(number).orElseThrow();
        if (fate == PayoutFate.FAILED) {
            fail(book, payout);
            return;
        }
        become(book, payout.now(Thing.PayoutStatus.PAID), "payout.paid");
        if (fate != PayoutFate.FAILED_AFTER_PAID) return;
        long returned = agenda.now() + settings.timing().returns().toSeconds();
        agenda.at(returned, () -> fail(book, book.payouts.get(number).orElseThrow()));
    }

    private void fail(Book book, Thing.Payout payout) {
        String why = FAILURES[chance.draw("failure", Long.toString(payout.number()), FAILURES.length)];
        undo(book, payout, Thing.PayoutStatus.FAILED, "payout.failed", why);
    }

    private Thing.Payout undo(
            Book book, Thing.Payout payout, Thing.PayoutStatus status, String event, @Nullable String why) {
        Thing.LineType type =
                status == Thing.PayoutStatus.FAILED ? Thing.LineType.PAYOUT_FAILURE : Thing.LineType.PAYOUT_CANCEL;
        long line = bank.write(book, type, payout.amount(), payout.currency(), payout.number(), null);
        return become(book, payout.undone(status, why, line), event);
    }

    private Thing.Payout become(Book book, Thing.Payout payout, String event) {
        book.payouts.replace(payout);
        bank.publish(event, payout.account(), payout);
        return payout;
    }

    private long arrival(String reference) {
        SimulatorSettings.Timing timing = settings.timing();
        int spread = (int) Math.max(1, timing.spread().toSeconds());
        long takes = timing.arrives().toSeconds() + chance.draw("arrival", reference, spread);
        return agenda.now() + Math.max(takes, timing.inTransit().toSeconds());
    }

    private static String reference(Order.Payout order, String key) {
        Map<String, String> ours = order.labels().metadata();
        String payout = ours.get("payout");
        return payout == null ? key : payout + '/' + ours.get("attempt");
    }

    private static String destination(Order.Payout order) {
        if (order.destination() != null) return order.destination();
        return order.account().isEmpty()
                ? "ba_platform"
                : "ba_" + order.account().substring("acct_".length());
    }
}
