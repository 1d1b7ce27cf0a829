package io.daybook.account;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.account.AccountCommand.GrantAdvance;
import io.daybook.account.AccountCommand.RecoverAdvance;
import io.daybook.account.AccountCommand.RemitWithheld;
import io.daybook.account.AccountCommand.WithholdTax;
import io.daybook.account.AccountCommand.WriteOffClawback;
import io.daybook.account.AccountRejection.InsufficientAvailable;
import io.daybook.account.AccountRejection.NeedsSecondPerson;
import io.daybook.account.EntryEvent.AdvanceGranted;
import io.daybook.account.EntryEvent.AdvanceRecovered;
import io.daybook.account.EntryEvent.ClawbackWrittenOff;
import io.daybook.account.EntryEvent.TaxWithheld;
import io.daybook.account.EntryEvent.WithheldRemitted;
import io.daybook.contractor.Actor;
import io.daybook.kernel.Decision;
import io.daybook.money.Money;
import java.util.Optional;
import java.util.function.Supplier;

/** Advances, withholdings and write-offs: each at most what is there. */
final class OwedRules {
    private OwedRules() {}

    static Decision<AccountEvent> grant(AccountState s, GrantAdvance c) {
        return once(s, c.account(), c.advance(), c.amount(), c.amount(), () -> {
            if (isAlone(c.account(), c.maker(), c.approver())) return reject(new NeedsSecondPerson(c.advance()));
            Facts facts = new Facts(s, c.account(), c.at());
            facts.add(new AdvanceGranted(
                    c.account(),
                    AccountEntryId.ofAdjustment(c.advance()),
                    c.advance(),
                    c.amount(),
                    c.maker().subject(),
                    c.approver().subject(),
                    c.at()));
            facts.settleCredit();
            return facts.decision();
        });
    }

    static Decision<AccountEvent> recover(AccountState s, RecoverAdvance c) {
        Money most = s.owed().advances().min(s.credits().available());
        return once(
                s,
                c.account(),
                c.recovery(),
                c.amount(),
                most,
                () -> accept(new AdvanceRecovered(
                        c.account(), c.recovery(), c.amount(), s.credits().oldest(c.amount()), c.at())));
    }

    static Decision<AccountEvent> withhold(AccountState s, WithholdTax c) {
        return once(
                s,
                c.account(),
                c.withholding(),
                c.amount(),
                s.credits().available(),
                () -> accept(new TaxWithheld(
                        c.account(), c.withholding(), c.amount(), s.credits().oldest(c.amount()), c.at())));
    }

    static Decision<AccountEvent> remit(AccountState s, RemitWithheld c) {
        return once(
                s,
                c.account(),
                c.remittance(),
                c.amount(),
                s.owed().withheld(c.kind()),
                () -> accept(new WithheldRemitted(c.account(), c.remittance(), c.kind(), c.amount(), c.at())));
    }

    static Decision<AccountEvent> writeOff(AccountState s, WriteOffClawback c) {
        return once(
                s,
                c.account(),
                c.writeOff(),
                c.amount(),
                s.owed().receivable(),
                () -> isAlone(c.account(), c.maker(), c.approver())
                        ? reject(new NeedsSecondPerson(c.writeOff()))
                        : accept(new ClawbackWrittenOff(
                                c.account(),
                                c.writeOff(),
                                c.amount(),
                                c.reason(),
                                c.maker().subject(),
                                c.approver().subject(),
                                c.at())));
    }

    private static boolean isAlone(AccountId account, Actor maker, Actor approver) {
        return !AdjustmentRules.isSecond(approver, maker.subject(), account.contractor());
    }

    private static Decision<AccountEvent> once(
            AccountState s,
            AccountId account,
            AdjustmentId id,
            Money amount,
            Money most,
            Supplier<Decision<AccountEvent>> rule) {
        if (s.memory().asked().has(id)) return Guard.nothingNew();
        Optional<AccountRejection> wrong = Guard.amount(s, account, amount);
        if (wrong.isPresent()) return reject(wrong.get());
        return amount.isMoreThan(most) ? reject(new InsufficientAvailable(most)) : rule.get();
    }
}
