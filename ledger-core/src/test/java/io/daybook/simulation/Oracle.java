package io.daybook.simulation;

import io.daybook.account.AccountBooks;
import io.daybook.account.AccountCommand;
import io.daybook.account.AccountEvent;
import io.daybook.account.AccountId;
import io.daybook.account.AccountViews.Filter;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutStatus;
import io.daybook.account.PayoutStep;
import io.daybook.account.PayoutView;
import io.daybook.account.RailFact;
import io.daybook.account.StepAnswer;
import io.daybook.account.StepIntent;
import io.daybook.funding.FundingPoolId;
import io.daybook.journal.JournalEntry;
import io.daybook.journal.JournalLine;
import io.daybook.journal.Postings;
import io.daybook.journal.Posts;
import io.daybook.kernel.DomainCommand;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Recorded;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.payout.ApprovedAndPaid;
import io.daybook.payout.BatchLinesEvent;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.engine.RailInbox.Message;
import io.daybook.payout.engine.RailSwitch;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailObject.Kind;
import io.daybook.rail.RailObject.Status;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Books of its own, kept beside everything that happens; it believes no rule, no view and no engine. */
final class Oracle {
    static final Currency USD = Currencies.of("USD");
    private static final Set<Status> MONEY_IS_OUT = EnumSet.of(Status.PENDING, Status.IN_TRANSIT, Status.PAID);

    /** Two clocks that are wrong by ten minutes each, and a little. */
    private static final long CLOCKS_DIFFER = 21 * World.MINUTE;

    private final World world;
    private final LeaseRow lease;
    private final AccountBooks books = new AccountBooks();
    private final Map<PayoutBatchId, ApprovedAndPaid> batches = new HashMap<>();
    private final Map<String, Instruction> intents = new LinkedHashMap<>();
    private final Map<String, Instant> meantAt = new HashMap<>();
    private final Map<String, Instant> lookedAt = new HashMap<>();
    private final Map<String, Long> earned = new HashMap<>();
    private final Map<String, Set<Status>> told = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Set<AccountId> accounts = new HashSet<>();
    private @Nullable Provider provider;
    private long trialBalance;

    Oracle(World world, LeaseRow lease) {
        this.world = world;
        this.lease = lease;
    }

    void sees(Provider real) {
        provider = real;
    }

    static Money usd(long minor) {
        return new Money(minor, USD);
    }

    static String opened(Findable destination) {
        return new String(destination.sealed().ciphertext(), StandardCharsets.UTF_8);
    }

    private static void check(boolean right, String wrong) {
        if (!right) throw new Broken(wrong);
    }

    /** Facts that have just been committed by this node. */
    void appended(List<Recorded> added, Node by) {
        Set<AccountId> touched = new HashSet<>();
        for (Recorded fact : added) {
            post(fact.event());
            if (fact.event() instanceof AccountEvent event) {
                books.add(event);
                touched.add(event.account());
            }
            intent(fact.event(), by);
            if (fact.event() instanceof AbsenceProven e) absent(e);
            priced(fact.event());
            batch(fact.event());
        }
        check(trialBalance == 0, "the trial balance is off by " + trialBalance);
        accounts.addAll(touched);
        for (AccountId account : touched) {
            List<String> wrong = books.wrong(account);
            check(wrong.isEmpty(), account.value() + ": " + wrong);
        }
    }

    private void post(DomainEvent event) {
        Optional<JournalEntry> entry = switch (event) {
            case AccountEvent e -> Postings.of(e);
            case Posts e -> e.journal();
            default -> Optional.empty();
        };
        entry.ifPresent(posted -> {
            for (JournalLine line : posted.lines())
                trialBalance += line.amount().minor();
        });
    }

    private void intent(DomainEvent event, Node by) {
        Instruction meant = switch (event) {
            case PayoutSubmitted e ->
                instruction(e.payout(), e.intent(), e.destination().account());
            case StepBegun e ->
                instruction(e.payout(), e.intent(), e.destination().account());
            case ReversalBegun e ->
                new Instruction.Reversal(e.key(), e.payout().value(), e.attempt(), e.amount(), e.transfer());
            default -> null;
        };
        if (meant == null) return;
        check(lease.isOwnedBy(by.process()), "an intent by " + by.process() + ", which is not in charge: " + meant);
        meantAt.put(meant.key(), event.occurredAt());
        check(intents.put(meant.key(), meant) == null, "a key meant twice: " + meant.key());
    }

    /** Nothing is absent while its key lives, nor before somebody looked after that. */
    private void absent(AbsenceProven e) {
        String key = e.payout().value() + ":" + e.step().name().toLowerCase(Locale.ROOT) + ":" + e.attempt();
        Instant dead = meantAt.getOrDefault(key, Instant.MAX.minus(SimulatedRail.KEYS_ARE_USED))
                .plus(SimulatedRail.KEYS_ARE_USED)
                .minusMillis(CLOCKS_DIFFER);
        Instant looked = lookedAt.getOrDefault(e.payout().value(), Instant.MIN);
        check(!looked.isBefore(dead), "absent without evidence: " + key);
    }

    /** The provider has said what it has for this payout. */
    void looked(String payout) {
        lookedAt.put(payout, world.instant());
    }

    private static Instruction instruction(PayoutId payout, StepIntent intent, Findable to) {
        return intent.step() == PayoutStep.TRANSFER
                ? new Instruction.Transfer(intent.key(), payout.value(), intent.attempt(), intent.amount(), opened(to))
                : new Instruction.PayOut(intent.key(), payout.value(), intent.attempt(), intent.amount(), opened(to));
    }

    /** Every line by itself, half-even; only then the sum. */
    private void priced(DomainEvent event) {
        if (event instanceof TimesheetApproved e) {
            BigDecimal sum = BigDecimal.ZERO;
            for (PricedLine line : e.lines())
                sum = sum.add(BigDecimal.valueOf(line.rate().rate().perHour().minor())
                        .multiply(BigDecimal.valueOf(line.seconds()))
                        .divide(BigDecimal.valueOf(3600), 0, RoundingMode.HALF_EVEN));
            earned.put(e.timesheet().value(), sum.longValueExact());
        }
        if (event instanceof EarningsPosted e)
            check(
                    earned.getOrDefault(e.timesheet().value(), -1L)
                            == e.amount().minor(),
                    e.timesheet().value() + " earned "
                            + earned.get(e.timesheet().value()) + ", not " + e.amount());
    }

    private void batch(DomainEvent event) {
        PayoutBatchId id = switch (event) {
            case PayoutBatchEvent e -> e.batch();
            case BatchLinesEvent.PayoutLinesFrozen e -> e.batch();
            case PayoutReserved e -> PayoutBatchId.of(e.payout());
            case PayoutDropped e -> PayoutBatchId.of(e.payout());
            default -> null;
        };
        if (id == null) return;
        ApprovedAndPaid its = batches.computeIfAbsent(id, batch -> new ApprovedAndPaid());
        its.add(event);
        check(its.wrong().isEmpty(), id.value() + ": " + its.wrong());
    }

    /** Right before it leaves. */
    void sent(Instruction instruction, Node by) {
        Instruction meant = intents.get(instruction.key());
        check(
                instruction.equals(meant),
                by.name() + " sends what the log does not mean: " + instruction + ", meant: " + meant);
    }

    /** An object at the provider as it is from now on. */
    void provider(RailObject now, Collection<RailObject> all) {
        if (now.kind() != Kind.PAYOUT) return;
        long out = all.stream()
                .filter(object -> object.kind() == Kind.PAYOUT
                        && object.payout().equals(now.payout())
                        && MONEY_IS_OUT.contains(object.status()))
                .count();
        check(out <= 1, "paid twice: " + now.payout());
    }

    /** An order that was answered, whatever its answer: what it tells of is in the log. */
    void answered(DomainCommand order) {
        RailFact fact = switch (order instanceof AccountCommand.Both both ? both.first() : order) {
            case AccountCommand.ObservePayout c -> c.fact();
            case AccountCommand.RecordAnswer c ->
                c.answer() instanceof StepAnswer.Accepted(RailFact accepted) ? accepted : null;
            default -> null;
        };
        if (fact != null)
            told.computeIfAbsent(fact.object(), object -> EnumSet.noneOf(Status.class))
                    .add(Status.valueOf(fact.status().name()));
    }

    void waiting(List<Message> messages) {
        Set<String> once = new HashSet<>();
        for (Message message : messages) {
            check(once.add(message.eventId()), "a message lies in the inbox twice: " + message.eventId());
            check(!done.contains(message.eventId()), "a message waits again: " + message.eventId());
            check(!message.eventId().startsWith("evt_forged"), "a forged message was kept: " + message.eventId());
        }
    }

    /** Whoever is done with a message has what it told of, or later news, in the log. */
    void done(Message message) {
        done.add(message.eventId());
        if (provider == null || message.kind() == Kind.REVERSAL) return;
        boolean ours = provider.find(message.providerId())
                .flatMap(RailObject::payout)
                .filter(payout -> payout.startsWith("payout-"))
                .isPresent();
        List<Status> history = provider.history(message.providerId());
        Status status = message.status();
        if (!ours || status == null || history.isEmpty() || world.mayHideNews()) return;
        Set<Status> known = told.getOrDefault(message.providerId(), EnumSet.noneOf(Status.class));
        boolean kept = history.subList(history.indexOf(status), history.size()).stream()
                .anyMatch(known::contains);
        check(
                kept,
                "done with " + message.eventId() + " before " + message.providerId() + " was recorded as " + status);
    }

    void stopped(RailSwitch.Stop why) {
        check(why.code().equals("content-changed"), "the rail stopped: " + why);
    }

    /** What is wrong once all has come to rest; empty when nothing is. */
    List<String> wrongAtTheEnd(SimulatedViews views) {
        List<String> wrong = new ArrayList<>();
        if (provider == null) return List.of("no provider");
        for (PayoutView payout : views.accounts.payouts(Filter.ALL, null, Integer.MAX_VALUE)) {
            long out = provider.ours()
                    .filter(object -> object.kind() == Kind.PAYOUT
                            && object.payout().equals(Optional.of(payout.id().value()))
                            && MONEY_IS_OUT.contains(object.status()))
                    .count();
            boolean paid = payout.status() == PayoutStatus.PAID || payout.status() == PayoutStatus.FOUND_LATE;
            if (out != (paid ? 1 : 0))
                wrong.add(payout.id().value() + " is " + payout.status() + ", the provider paid it " + out + " times");
        }
        long onAccounts = 0;
        for (AccountId account : accounts) onAccounts += books.balance(account, 1020);
        long there = provider.connected().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (onAccounts != there) wrong.add("1020 is " + onAccounts + ", at the provider lies " + there);
        views.funding.pool(FundingPoolId.of(SimulatedRail.NAME, USD)).ifPresent(pool -> {
            if (provider != null && pool.balance().minor() != provider.balance())
                wrong.add("the pool has " + pool.balance() + ", the provider " + provider.balance());
        });
        return wrong;
    }
}
