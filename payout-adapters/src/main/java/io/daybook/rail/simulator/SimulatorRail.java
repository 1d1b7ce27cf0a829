package io.daybook.rail.simulator;

import io.daybook.money.Money;
import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailBalance;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailSignal;
import io.daybook.rail.RailTerms;
import io.daybook.rail.RailUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rail to a {@link SimulatedProvider} in the same process. It carries every currency in its own minor units. */
public final class SimulatorRail implements PayoutRail {
    private static final Duration KEY_LIFETIME = Duration.ofHours(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SimulatedProvider provider;
    private final boolean connectedAccounts;
    private final Optional<SignatureCheck> signatures;

    /** With connected accounts: transfer first, then pay out. */
    public SimulatorRail(SimulatedProvider provider) {
        this(provider, true);
    }

    public SimulatorRail(SimulatedProvider provider, boolean connectedAccounts) {
        this.provider = provider;
        this.connectedAccounts = connectedAccounts;
        this.signatures = provider.signer().map(SignatureCheck::new);
    }

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public Optional<RailTerms> terms(Currency currency) {
        Money one = new Money(1, currency);
        return Optional.of(new RailTerms(one, one));
    }

    @Override
    public boolean usesConnectedAccounts() {
        return connectedAccounts;
    }

    @Override
    public Duration keyLifetime() {
        return KEY_LIFETIME;
    }

    @Override
    public RailResult submit(Instruction instruction) {
        Reply.Delivered delivered = provider.carry(Optional.of(instruction.key()), order(instruction));
        Fault fault = delivered.fault();
        if (fault == null) return result(delivered.reply());
        return switch (fault) {
            case RATE_LIMITED -> new RailResult.Deferred("rate_limit", PAUSE);
            case BAD_KEY, FORBIDDEN -> new RailResult.Halted("credentials", "the provider refuses our key", true);
            case RESET, LOST, TIMEOUT, CUT -> new RailResult.Unknown("no answer", false);
            case CONFLICT, GARBAGE, BAD_GATEWAY -> new RailResult.Unknown("no usable answer", true);
            case SAVED_500, SAVED_500_AFTER, DELAYED -> result(delivered.reply());
        };
    }

    @Override
    public List<RailObject> find(Instruction sent, Instant since) {
        return ask(bank -> {
            View view = new View(bank);
            return switch (sent) {
                case Instruction.Transfer transfer -> view.transfers(since, transfer.payout());
                case Instruction.PayOut payOut ->
                    view.payouts(connectedAccounts ? payOut.destination() : "", since, payOut.payout());
                case Instruction.Reversal reversal -> view.reversals(since, reversal.payout());
            };
        });
    }

    @Override
    public Optional<RailObject> fetch(RailObject.Kind kind, String providerId, Optional<String> within) {
        return ask(bank -> new View(bank).find(kind, providerId, within));
    }

    @Override
    public List<RailObject> reversalsOf(String transfer) {
        return ask(bank -> new View(bank).reversalsOf(transfer));
    }

    @Override
    public List<RailObject> listSince(Instant since, Collection<String> accounts) {
        return ask(bank -> {
            View view = new View(bank);
            List<RailObject> all = new ArrayList<>(view.transfers(since, null));
            all.addAll(view.reversals(since, null));
            all.addAll(view.payouts("", since, null));
            bank.connected().forEach(book -> all.addAll(view.payouts(book.account, since, null)));
            all.sort(Comparator.comparing(RailObject::created));
            return all;
        });
    }

    @Override
    public RailBalance balance(Currency currency) {
        return balanceOf("", currency);
    }

    @Override
    public RailBalance balanceOf(String connectedAccount, Currency currency) {
        return ask(bank -> {
            Book.Balance balance = new View(bank).book(connectedAccount).balance(SimulatedProvider.code(currency));
            return new RailBalance(new Money(balance.available(), currency), new Money(balance.pending(), currency));
        });
    }

    @Override
    public RailMovement.Page movementsAfter(Optional<String> cursor, int limit) {
        return movementsOf("", cursor, limit);
    }

    @Override
    public RailMovement.Page movementsOf(String connectedAccount, Optional<String> cursor, int limit) {
        return ask(bank -> movements(bank, connectedAccount).after(cursor, limit));
    }

    @Override
    public Optional<String> newestMovement() {
        return ask(bank -> movements(bank, "").newest());
    }

    @Override
    public Optional<RailSignal> verify(String signatureHeader, byte[] body, Instant now) {
        return signatures.flatMap(check -> check.verify(signatureHeader, body, now));
    }

    @Override
    public String toString() {
        return "SimulatorRail";
    }

    private Movements movements(Bank bank, String account) {
        return new Movements(bank.ids, new View(bank).book(account), connectedAccounts && account.isEmpty());
    }

    private <T> T ask(Function<Bank, T> question) {
        Fault fault = provider.faultOfRead();
        if (fault != null) throw new RailUnavailable("the simulated provider did not answer: " + fault);
        return provider.read(question);
    }

    private RailResult result(Reply reply) {
        return switch (reply) {
            case Reply.Done done -> new RailResult.Accepted(provider.read(bank -> new View(bank).object(done.thing())));
            case Reply.Failed failed when failed.status() >= 500 -> new RailResult.Unknown("no usable answer", true);
            case Reply.Failed failed
            when failed.type().equals("idempotency_error") ->
                new RailResult.Halted("idempotency_error", "the key was used with other content", false);
            case Reply.Failed failed -> {
                String code = failed.code() == null ? "refused" : failed.code();
                boolean funds = code.equals("balance_insufficient");
                yield new RailResult.Refused(
                        code, funds ? "not enough available funds" : "refused by the provider", funds);
            }
        };
    }

    private Order order(Instruction instruction) {
        Thing.Labels labels = new Thing.Labels(
                null,
                Map.of(
                        "payout",
                        instruction.payout(),
                        "attempt",
                        Integer.toString(instruction.attempt()).intern()));
        long amount = instruction.amount().minor();
        String currency = SimulatedProvider.code(instruction.amount().currency());
        return switch (instruction) {
            case Instruction.Transfer transfer ->
                new Order.Transfer(amount, currency, transfer.destination(), transfer.payout(), labels);
            case Instruction.PayOut payOut
            when connectedAccounts -> new Order.Payout(payOut.destination(), amount, currency, null, labels);
            case Instruction.PayOut payOut -> new Order.Payout("", amount, currency, payOut.destination(), labels);
            case Instruction.Reversal reversal -> new Order.Reversal(reversal.transfer(), amount, labels);
        };
    }
}
