package io.daybook.rail.simulator;

import io.daybook.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment provider in memory: our balance with it, connected accounts, transfers, payouts, top-ups, the book of every
 * balance, events and webhooks. Thread-safe. Its clock is the given one plus what it was advanced by; what is due
 * happens when that clock passes it. The same seed and the same calls in the same order give the same provider, ids
 * included; what becomes of a payout depends on the seed and the payout alone.
 */
public final class SimulatedProvider {
    private static final long DAY = 24 * 60 * 60;
    private static final byte[] NOTHING = {};

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Agenda agenda;
    private final Keys keys = new Keys();
    private final Faults faults;
    private final Bank bank;
    private final Optional<Signer> signer;
    private final StripeJson json;
    private final Calls calls;
    private Duration ahead = Duration.ZERO;

    public SimulatedProvider(SimulatorSettings settings, InstantSource clock) {
        this(settings, clock, CallJournal.NONE);
    }

    /** Goes on where the calls in the journal left it; under the same settings. Faults, fates, fees are not kept there. */
    public SimulatedProvider(SimulatorSettings settings, InstantSource clock, CallJournal journal) {
        this.calls = new Calls(journal);
        long start = calls.begin(clock.instant().getEpochSecond());
        Chance chance = new Chance(settings.seed());
        this.clock = clock;
        this.agenda = new Agenda(start);
        this.faults = new Faults(settings.faults(), chance);
        this.signer = settings.webhookSecret().map(Signer::new);
        Ids ids = new Ids(Chance.mix(settings.seed() ^ start));
        Outbox outbox = new Outbox(settings.faults().webhooks(), signer, chance, ids);
        this.bank = new Bank(settings, agenda, faults, chance, outbox);
        this.json = new StripeJson(bank);
        agenda.at((start / DAY + 1) * DAY, this::endDay);
        calls.play(new Replayed());
    }

    private final class Replayed implements Calls.Player {
        @Override
        public void carry(long at, @Nullable String key, Order order) {
            agenda.advanceTo(at);
            SimulatedProvider.this.carry(Optional.ofNullable(key), order, bank);
        }

        @Override
        public void topUp(long at, Order.TopUp order, @Nullable String reference, long takes) {
            agenda.advanceTo(at);
            add(order, reference, takes, bank);
        }

        @Override
        public void take(long at, int max) {
            agenda.advanceTo(at);
            bank.outbox.takeDue(at, max, event -> NOTHING);
        }
    }

    public Instant now() {
        return read(known -> Instant.ofEpochSecond(known.now()));
    }

    /** Moves this provider's clock on; everything due by then happens, each at its own time. */
    public void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("the clock does not go back");
        write(known -> ahead = ahead.plus(by));
        write(known -> {});
    }

    /** When something happens next by itself. */
    public Optional<Instant> nextDue() {
        return read(known -> {
            OptionalLong next = agenda.next();
            return next.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(next.getAsLong()));
        });
    }

    /** Opens a connected account; an open one stays as it is. */
    public void openAccount(String id) {
        if (!id.startsWith("acct_")) throw new IllegalArgumentException("a connected account is named acct_…");
        write(known -> known.open(id));
    }

    /** Money for our balance, on its way. {@code reference} comes back as the text of the line in our book. */
    public void topUp(Money amount, String reference) {
        add(amount, reference, Optional.empty());
    }

    /** Money in our balance at once. */
    public void fund(Money amount, String reference) {
        add(amount, reference, Optional.of(Duration.ZERO));
    }

    /** A fee that the provider takes from our balance. */
    public void chargeFee(Money fee, String text) {
        write(known -> known.charge(code(fee.currency()), fee.minor(), text));
    }

    /** The next writing request that has no earlier fault waiting meets this one. */
    public void failNextWrite(Fault fault) {
        write(known -> faults.armWrite(fault));
    }

    /** The next request for a payout that has no earlier one of these waiting meets this one. */
    public void failNextPayout(Fault fault) {
        write(known -> faults.armPayout(fault));
    }

    public void failNextRead(Fault fault) {
        write(known -> faults.armRead(fault));
    }

    /** From now on no request fails and no webhook goes astray. What was kept under a key is repeated all the same. */
    public void calm() {
        write(known -> {
            faults.calm();
            known.outbox.calm();
        });
    }

    /** What becomes of the next payout to this account. */
    public void decideNextPayout(String account, PayoutFate fate) {
        write(known -> faults.armFate(account, fate));
    }

    /** Webhooks that are due, oldest first, signed with the time of this call; each is handed out once. */
    public List<SignedWebhook> takeWebhooks(int max) {
        return read(known -> {
            List<SignedWebhook> taken = known.outbox.takeDue(known.now(), max, json::bytes);
            if (!taken.isEmpty()) calls.taken(known.now(), max);
            return taken;
        });
    }

    /** A message of one's own, signed as ours are, so long from now; for those who want to see what is believed. */
    public SignedWebhook signed(String eventId, byte[] body, Duration from) {
        Signer known = signer.orElseThrow(() -> new IllegalStateException("this provider signs nothing"));
        return read(bank -> new SignedWebhook(eventId, known.header(bank.now() + from.toSeconds(), body), body, 0));
    }

    /** The platform did not take it: it is sent again later, with growing pauses, for three days. */
    public void giveBack(SignedWebhook undelivered) {
        write(known -> known.outbox.giveBack(undelivered, known.now()));
    }

    /** What really reached each destination and stayed there, in minor units. For checks from outside the ledger. */
    public Map<String, Long> paidPerDestination(Currency currency) {
        String code = code(currency);
        return read(known -> {
            Map<String, Long> paid = new TreeMap<>();
            for (Book book : known.connected()) addPaid(book, code, paid);
            addPaid(known.platform, code, paid);
            return paid;
        });
    }

    /** Carries out an order once per key while the key is remembered; without a key each time. */
    Reply.Delivered carry(Optional<String> givenKey, Order order) {
        return read(known -> {
            calls.carried(known.now(), givenKey, order);
            return carry(givenKey, order, known);
        });
    }

    private Reply.Delivered carry(Optional<String> givenKey, Order order, Bank known) {
        String key = givenKey.orElseGet(() -> "unkeyed " + known.nextNumber());
        Keys.Entry entry = keys.see(order.account(), key, known.now());
        Fault fault = faults.ofWrite(order, key, entry.tries());
        if (fault != null && !fault.reachesTheKeys()) return new Reply.Delivered(Reply.turnedAway(fault), fault);
        Reply kept = entry.answerTo(order, key);
        if (kept != null) return new Reply.Delivered(kept, fault);
        Reply reply = fault == Fault.SAVED_500 ? Reply.turnedAway(fault) : known.carryOut(order, key);
        if (fault == Fault.SAVED_500_AFTER) reply = Reply.turnedAway(fault);
        entry.keep(order, reply);
        return new Reply.Delivered(reply, fault);
    }

    @Nullable
    Fault faultOfRead() {
        return read(known -> faults.ofRead());
    }

    /** Asks while nothing else moves, at the present time of the clock. */
    <T extends @Nullable Object> T read(Function<Bank, T> question) {
        lock.lock();
        try {
            agenda.advanceTo(clock.instant().plus(ahead).getEpochSecond());
            return question.apply(bank);
        } finally {
            lock.unlock();
        }
    }

    private void write(Consumer<Bank> change) {
        read(known -> {
            change.accept(known);
            return known;
        });
    }

    Optional<Signer> signer() {
        return signer;
    }

    StripeJson json() {
        return json;
    }

    static String code(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT).intern();
    }

    private void add(Money amount, String reference, Optional<Duration> takes) {
        Order.TopUp order =
                new Order.TopUp(amount.minor(), code(amount.currency()), new Thing.Labels(reference, Map.of()));
        String usual = takes.isEmpty() ? reference : null;
        long seconds = takes.orElse(Duration.ZERO).toSeconds();
        Reply reply = read(known -> {
            calls.toppedUp(known.now(), order, usual, seconds);
            return add(order, usual, seconds, known);
        });
        if (reply instanceof Reply.Failed failed) throw new IllegalArgumentException(failed.message());
    }

    /** @param reference null: it takes so many seconds; else as long as usual */
    private static Reply add(Order.TopUp order, @Nullable String reference, long takes, Bank known) {
        return reference == null ? known.topUp(order, takes) : known.carryOut(order, reference);
    }

    private void endDay() {
        bank.payouts().billFees();
        bank.outbox.forgetOld(agenda.now());
        keys.forgetOld(agenda.now());
        agenda.at(agenda.now() + DAY, this::endDay);
    }

    private static void addPaid(Book book, String currency, Map<String, Long> paid) {
        Stream<Thing.Payout> stayed = book
                .payouts
                .since(0, payout -> payout.currency().equals(currency))
                .stream()
                .filter(payout -> payout.status() == Thing.PayoutStatus.PAID);
        stayed.forEach(payout -> paid.merge(
                payout.account().isEmpty() ? payout.destination() : payout.account(), payout.amount(), Math::addExact));
    }
}
