package io.daybook.rail.stripe;

import com.stripe.model.Balance;
import com.stripe.param.PayoutCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferReversalCreateParams;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Gatherers;

/**
 * Stripe Connect: a transfer from our balance to the contractor's connected account, then a payout from there to
 * their bank. Thread-safe; sends every instruction once and leaves repeating to the caller.
 */
public final class StripeRail implements PayoutRail {
    /** Stripe may forget a key after 24 hours and would then carry it out anew. */
    private static final Duration KEY_LIFETIME = Duration.ofHours(20);

    private final StripeSettings settings;
    private final StripeCalls calls;
    private final int looksAtOnce;
    private final StripeLists lists;
    private final StripeWebhooks webhooks;

    public StripeRail(String apiKey, String apiBase, String webhookSecret) {
        this(StripeSettings.of(apiKey, apiBase, webhookSecret));
    }

    public StripeRail(StripeSettings settings) {
        this.settings = settings;
        this.calls = new StripeCalls(settings);
        this.looksAtOnce = settings.looksAtOnce();
        this.lists = new StripeLists(calls);
        this.webhooks = new StripeWebhooks(settings.webhookSecrets());
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public Optional<RailTerms> terms(Currency currency) {
        return StripeUnits.terms(currency);
    }

    @Override
    public boolean usesConnectedAccounts() {
        return true;
    }

    @Override
    public PayoutRail unhurried(BooleanSupplier isWanted) {
        return new StripeRail(settings.paced(endpoint -> {
            if (!isWanted.getAsBoolean()) throw new RailUnavailable("nobody wants this look any more");
            settings.unhurriedPace().accept(endpoint);
        }));
    }

    @Override
    public Duration keyLifetime() {
        return KEY_LIFETIME;
    }

    @Override
    public RailResult submit(Instruction instruction) {
        Money amount = instruction.amount();
        Optional<RailTerms> terms = terms(amount.currency());
        if (terms.isEmpty())
            return new RailResult.Refused("unsupported-currency", "Stripe does not carry this currency", false);
        if (!terms.get().roundDown(amount).equals(amount))
            return new RailResult.Refused("amount-remainder", "Stripe does not carry so small a fraction", false);
        return switch (instruction) {
            case Instruction.Transfer transfer -> send(transfer);
            case Instruction.PayOut payOut -> send(payOut);
            case Instruction.Reversal reversal -> send(reversal);
        };
    }

    @Override
    public List<RailObject> find(Instruction sent, Instant since) {
        List<RailObject> candidates = switch (sent) {
            case Instruction.Transfer transfer -> lists.transfers(transfer.payout(), since);
            case Instruction.PayOut payOut -> lists.payouts(payOut.destination(), since);
            case Instruction.Reversal reversal ->
                fetch(RailObject.Kind.TRANSFER, reversal.transfer(), Optional.empty())
                        .map(transfer -> reversalsOf(transfer.providerId()))
                        .orElse(List.of());
        };
        return candidates.stream()
                .filter(each -> each.payout().equals(Optional.of(sent.payout())))
                .filter(each -> each.created().getEpochSecond() >= since.getEpochSecond())
                .toList();
    }

    @Override
    public Optional<RailObject> fetch(RailObject.Kind kind, String providerId, Optional<String> within) {
        return switch (kind) {
            case TRANSFER ->
                calls.askFor(
                        "GET /v1/transfers",
                        api -> StripeObjects.of(api.transfers().retrieve(providerId)));
            case PAYOUT ->
                calls.askFor(
                        "GET /v1/payouts",
                        api -> StripeObjects.of(api.payouts().retrieve(providerId, StripeCalls.on(within)), within));
            case REVERSAL ->
                within.flatMap(transfer -> calls.askFor(
                        "GET /v1/transfers/reversals",
                        api -> StripeObjects.of(api.transfers().reversals().retrieve(transfer, providerId))));
        };
    }

    @Override
    public List<RailObject> reversalsOf(String transfer) {
        return lists.reversalsOf(transfer);
    }

    @Override
    public List<RailObject> listSince(Instant since, Collection<String> connectedAccounts) {
        List<RailObject> transfers = lists.transfers(since);
        Set<String> accounts = new LinkedHashSet<>(connectedAccounts);
        transfers.forEach(transfer -> transfer.connectedAccount().ifPresent(accounts::add));
        List<RailObject> all = new ArrayList<>(transfers);
        accounts.stream()
                .peek(account -> mustNotStop())
                .gather(Gatherers.mapConcurrent(looksAtOnce, account -> lists.payoutsIfOpen(account, since)))
                .forEach(all::addAll);
        all.addAll(lists.reversals(since));
        return all.stream()
                .filter(each -> each.payout().isPresent())
                .sorted(Comparator.comparing(RailObject::created))
                .toList();
    }

    /** Those who look for us hear of no interrupt of ours. */
    private static void mustNotStop() {
        if (Thread.currentThread().isInterrupted())
            throw new RailUnavailable("told to stop in the middle of a listing");
    }

    @Override
    public RailBalance balance(Currency currency) {
        return balance(Optional.empty(), currency);
    }

    @Override
    public RailBalance balanceOf(String connectedAccount, Currency currency) {
        return balance(Optional.of(connectedAccount), currency);
    }

    @Override
    public RailMovement.Page movementsAfter(Optional<String> cursor, int limit) {
        return new StripeBook(calls, Optional.empty()).after(cursor, limit);
    }

    @Override
    public RailMovement.Page movementsOf(String connectedAccount, Optional<String> cursor, int limit) {
        return new StripeBook(calls, Optional.of(connectedAccount)).after(cursor, limit);
    }

    @Override
    public Optional<String> newestMovement() {
        return new StripeBook(calls, Optional.empty()).newest();
    }

    @Override
    public Optional<RailSignal> verify(String signatureHeader, byte[] body, Instant now) {
        return webhooks.verify(signatureHeader, body, now);
    }

    @Override
    public String toString() {
        return "StripeRail";
    }

    private RailResult send(Instruction.Transfer transfer) {
        TransferCreateParams params = TransferCreateParams.builder()
                .setAmount(StripeUnits.toStripe(transfer.amount()))
                .setCurrency(StripeUnits.code(transfer.amount().currency()))
                .setDestination(transfer.destination())
                .setTransferGroup(transfer.payout())
                .putAllMetadata(labels(transfer))
                .build();
        return calls.send(
                "POST /v1/transfers",
                api -> accepted(StripeObjects.of(api.transfers().create(params, StripeCalls.keyed(transfer.key())))));
    }

    private RailResult send(Instruction.PayOut payOut) {
        PayoutCreateParams params = PayoutCreateParams.builder()
                .setAmount(StripeUnits.toStripe(payOut.amount()))
                .setCurrency(StripeUnits.code(payOut.amount().currency()))
                .putAllMetadata(labels(payOut))
                .build();
        // Without the account it would be our own bank that is paid.
        var options = StripeCalls.keyedOn(payOut.destination(), payOut.key());
        return calls.send(
                "POST /v1/payouts",
                api -> accepted(
                        StripeObjects.of(api.payouts().create(params, options), Optional.of(payOut.destination()))));
    }

    private RailResult send(Instruction.Reversal reversal) {
        TransferReversalCreateParams params = TransferReversalCreateParams.builder()
                .setAmount(StripeUnits.toStripe(reversal.amount()))
                .putAllMetadata(labels(reversal))
                .build();
        return calls.send(
                "POST /v1/transfers/reversals",
                api -> accepted(StripeObjects.of(api.transfers()
                        .reversals()
                        .create(reversal.transfer(), params, StripeCalls.keyed(reversal.key())))));
    }

    private RailBalance balance(Optional<String> account, Currency currency) {
        return calls.ask("GET /v1/balance", api -> balance(api.balance().retrieve(StripeCalls.on(account)), currency));
    }

    private static RailBalance balance(Balance balance, Currency currency) {
        String code = StripeUnits.code(currency);
        long available = balance.getAvailable().stream()
                .filter(part -> part.getCurrency().equals(code))
                .mapToLong(Balance.Available::getAmount)
                .sum();
        long pending = balance.getPending().stream()
                .filter(part -> part.getCurrency().equals(code))
                .mapToLong(Balance.Pending::getAmount)
                .sum();
        return new RailBalance(StripeUnits.fromStripe(available, code), StripeUnits.fromStripe(pending, code));
    }

    private static Map<String, String> labels(Instruction instruction) {
        return Map.of("payout", instruction.payout(), "attempt", Integer.toString(instruction.attempt()));
    }

    private static RailResult accepted(RailObject object) {
        return new RailResult.Accepted(object);
    }
}
