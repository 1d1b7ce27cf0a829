package io.daybook.account;

import static io.daybook.account.Acct.ACCOUNT;
import static io.daybook.account.Acct.CHECKER;
import static io.daybook.account.Acct.HERSELF;
import static io.daybook.account.Acct.LIMIT;
import static io.daybook.account.Acct.MAKER;
import static io.daybook.account.Acct.MARCH;
import static io.daybook.account.Acct.REASON;
import static io.daybook.account.Acct.sheet;
import static io.daybook.account.Acct.usd;

import io.daybook.account.AccountCommand.ApproveAdjustment;
import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.GrantAdvance;
import io.daybook.account.AccountCommand.LiftHold;
import io.daybook.account.AccountCommand.PassReviewWindow;
import io.daybook.account.AccountCommand.PlaceHold;
import io.daybook.account.AccountCommand.PostAdjustment;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.account.AccountCommand.RecoverAdvance;
import io.daybook.account.AccountCommand.RemitWithheld;
import io.daybook.account.AccountCommand.WithholdTax;
import io.daybook.account.AccountCommand.WriteOffClawback;
import io.daybook.account.Adjustment.Correction;
import io.daybook.account.Adjustment.Direction;
import io.daybook.contractor.Actor;
import io.daybook.contractor.HoldId;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The next order, likely or unlikely: about entries here, about payouts in {@link RandomPayoutOrders}. */
final class RandomOrders {
    private static final List<Actor> PEOPLE = List.of(MAKER, CHECKER, HERSELF);

    private final Random random;
    private final RandomPayoutOrders payouts;
    private final List<AccountEntryId> entries = new ArrayList<>();
    private int names;

    RandomOrders(Random random) {
        this.random = random;
        this.payouts = new RandomPayoutOrders(random);
    }

    AccountCommand next(AccountState s, Instant at) {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> earn(at);
            case 4, 5 -> correct(at);
            case 6 -> pass(at);
            case 7 -> adjust(at);
            case 8 -> owed(at);
            case 9 -> random.nextBoolean() ? hold(at) : new LiftHold(ACCOUNT, HoldId.of("h" + name()), at);
            default -> payouts.next(s, at);
        };
    }

    private int name() {
        return random.nextInt(names + 1);
    }

    private Actor person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private Money amount() {
        return usd(random.nextInt(8) == 0 ? 1_001_00 + random.nextInt(50_000) : 1 + random.nextInt(50_000));
    }

    private PostEarnings earn(Instant at) {
        int week = random.nextInt(6);
        int revision = 1 + random.nextInt(3);
        entries.add(AccountEntryId.ofEarnings(sheet(week), revision, MARCH));
        Instant until = random.nextInt(3) == 0 ? at.plusSeconds(random.nextInt(100_000)) : null;
        Instant worked = at.minusSeconds(random.nextInt(900_000) - 100_000);
        Money amount = random.nextInt(20) == 0 ? usd(0) : amount();
        return new PostEarnings(ACCOUNT, sheet(week), revision, "Apollo", MARCH, 3600, amount, worked, until, at);
    }

    private CorrectEarnings correct(Instant at) {
        Money amount = random.nextInt(3) == 0 ? amount() : amount().negated();
        int week = random.nextInt(6);
        return new CorrectEarnings(ACCOUNT, sheet(week), 1 + random.nextInt(6), "Apollo", MARCH, -60, amount, at);
    }

    private PassReviewWindow pass(Instant at) {
        AccountEntryId entry = entries.isEmpty()
                ? AccountEntryId.ofEarnings(sheet(0), 1, MARCH)
                : entries.get(random.nextInt(entries.size()));
        return new PassReviewWindow(ACCOUNT, entry, at);
    }

    private AccountCommand adjust(Instant at) {
        if (random.nextInt(4) == 0) return new ApproveAdjustment(ACCOUNT, AdjustmentId.of("a" + name()), person(), at);
        AdjustmentKind kind = AdjustmentKind.values()[random.nextInt(AdjustmentKind.values().length)];
        AdjustmentId id = AdjustmentId.of("a" + ++names);
        AccountEntryId corrects = pass(at).entry();
        Direction direction = random.nextBoolean() ? Direction.UP : Direction.DOWN;
        Correction correction =
                kind == AdjustmentKind.CORRECTION ? new Correction(direction, corrects, EntryKind.EARNINGS) : null;
        return new PostAdjustment(ACCOUNT, new Adjustment(id, kind, amount(), REASON, correction), person(), LIMIT, at);
    }

    private AccountCommand owed(Instant at) {
        AdjustmentId id = AdjustmentId.of("o" + ++names);
        Money amount = usd(1 + random.nextInt(5_000));
        return switch (random.nextInt(6)) {
            case 0 -> new GrantAdvance(ACCOUNT, id, amount, person(), person(), at);
            case 1 -> new RecoverAdvance(ACCOUNT, id, amount, at);
            case 2 -> new WithholdTax(ACCOUNT, id, amount, at);
            case 3 -> new RemitWithheld(ACCOUNT, id, Withheld.TAX, amount, at);
            case 4 -> new RemitWithheld(ACCOUNT, id, Withheld.DEDUCTION, amount, at);
            default -> new WriteOffClawback(ACCOUNT, id, amount, REASON, person(), person(), at);
        };
    }

    private PlaceHold hold(Instant at) {
        return new PlaceHold(ACCOUNT, HoldId.of("h" + ++names), amount(), at);
    }
}
