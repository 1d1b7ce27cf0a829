package io.daybook.rail.simulator;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books, and what moves money between them. Not thread-safe: {@link SimulatedProvider} holds the lock. */
final class Bank {
    final Ids ids;
    final Book platform = new Book("");
    final Shelf<Thing.Transfer> transfers = new Shelf<>();
    final Shelf<Thing.Reversal> reversals = new Shelf<>();
    final Shelf<Thing.TopUp> topUps = new Shelf<>();
    final Outbox outbox;
    private final SimulatorSettings settings;
    private final Agenda agenda;
    private final Payouts payouts;
    private final Map<String, Book> connected = new HashMap<>();
    private long numbers;

    Bank(SimulatorSettings settings, Agenda agenda, Faults faults, Chance chance, Outbox outbox) {
        this.ids = outbox.ids;
        this.settings = settings;
        this.agenda = agenda;
        this.outbox = outbox;
        this.payouts = new Payouts(this, settings, agenda, faults, chance);
    }

    Payouts payouts() {
        return payouts;
    }

    long now() {
        return agenda.now();
    }

    void open(String account) {
        connected.computeIfAbsent(account, Book::new);
    }

    Collection<Book> connected() {
        return connected.values();
    }

    /** The platform's own book for the empty account. */
    Optional<Book> book(String account) {
        return Optional.ofNullable(account.isEmpty() ? platform : connected.get(account));
    }

    /** {@code key} stands in where the order carries no reference. */
    Reply carryOut(Order order, String key) {
        return switch (order) {
            case Order.Transfer transfer -> transfer(transfer);
            case Order.Reversal reversal -> reverse(reversal);
            case Order.Payout payout -> payouts.create(payout, key);
            case Order.Cancel cancel -> payouts.cancel(cancel);
            case Order.TopUp topUp -> topUp(topUp, settings.timing().topUp().toSeconds());
        };
    }

    Reply topUp(Order.TopUp order, long takes) {
        if (order.amount() <= 0) return notPositive();
        long due = now() + takes;
        Thing.TopUp made = new Thing.TopUp(
                nextNumber(),
                now(),
                order.amount(),
                order.currency(),
                order.labels(),
                Thing.TopUpStatus.PENDING,
                due,
                0);
        topUps.add(made);
        platform.expect(made.currency(), made.amount());
        publish("topup.created", "", made);
        if (takes == 0) return new Reply.Done(arrived(made));
        agenda.at(due, () -> arrived(made));
        return new Reply.Done(made);
    }

    void charge(String currency, long fee, String text) {
        write(platform, Thing.LineType.STRIPE_FEE, -fee, currency, 0, text);
    }

    long write(
            Book book, Thing.LineType type, long amount, String currency, long source, @Nullable String description) {
        Thing.Line line = new Thing.Line(nextNumber(), now(), type, amount, 0, currency, source, description);
        book.write(line);
        return line.number();
    }

    void publish(String type, String account, Thing subject) {
        outbox.publish(new Thing.Event(nextNumber(), now(), type, account, subject));
    }

    long nextNumber() {
        return ++numbers;
    }

    static Reply.Failed notPositive() {
        return Reply.invalid(
                400, "parameter_invalid_integer", "amount", "This value must be greater than or equal to 1.");
    }

    private Reply transfer(Order.Transfer order) {
        if (order.amount() <= 0) return notPositive();
        if (settings.opensAccounts() && order.destination().startsWith("acct_")) open(order.destination());
        Book to = connected.get(order.destination());
        if (to == null) return Reply.missing("destination", "destination", order.destination());
        if (platform.balance(order.currency()).available() < order.amount()) return Reply.insufficient();
        long number = nextNumber();
        long line = write(platform, Thing.LineType.TRANSFER, -order.amount(), order.currency(), number, null);
        write(to, Thing.LineType.PAYMENT, order.amount(), order.currency(), number, null);
        Thing.Transfer made = new Thing.Transfer(
                number, now(), order.amount(), 0, order.currency(), to.account, order.group(), order.labels(), line);
        transfers.add(made);
        publish("transfer.created", "", made);
        return new Reply.Done(made);
    }

    private Reply reverse(Order.Reversal order) {
        Thing.Transfer transfer = Lookup.byId(ids, Ids.Kind.TRANSFER, order.transfer(), transfers);
        if (transfer == null) return Reply.missing("id", "transfer", order.transfer());
        long left = transfer.amount() - transfer.reversed();
        long amount = order.amount() == 0 ? left : order.amount();
        if (amount < 0) return notPositive();
        if (amount > left || amount == 0)
            return Reply.invalid(400, null, "amount", "Reversal amount is greater than what is left of the transfer.");
        Book from = connected.get(transfer.destination());
        if (from == null) return Reply.noAccess(transfer.destination());
        if (from.balance(transfer.currency()).available() < amount) return Reply.insufficient();
        long number = nextNumber();
        write(from, Thing.LineType.PAYMENT_REFUND, -amount, transfer.currency(), transfer.number(), null);
        long line = write(platform, Thing.LineType.TRANSFER_REFUND, amount, transfer.currency(), number, null);
        Thing.Reversal made =
                new Thing.Reversal(number, now(), amount, transfer.currency(), transfer.number(), order.labels(), line);
        reversals.add(made);
        transfers.replace(transfer.reversedBy(amount));
        publish("transfer.reversed", "", transfer.reversedBy(amount));
        return new Reply.Done(made);
    }

    private Thing.TopUp arrived(Thing.TopUp pending) {
        platform.expect(pending.currency(), -pending.amount());
        long line = write(
                platform,
                Thing.LineType.TOPUP,
                pending.amount(),
                pending.currency(),
                pending.number(),
                pending.labels().description());
        Thing.TopUp done = pending.succeeded(line);
        topUps.replace(done);
        publish("topup.succeeded", "", done);
        return done;
    }
}
