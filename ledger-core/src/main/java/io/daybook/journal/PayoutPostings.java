package io.daybook.journal;

import static io.daybook.journal.JournalLine.credit;
import static io.daybook.journal.JournalLine.debit;
import static io.daybook.journal.LedgerAccount.AVAILABLE;
import static io.daybook.journal.LedgerAccount.CONNECTED;
import static io.daybook.journal.LedgerAccount.IN_FLIGHT;
import static io.daybook.journal.LedgerAccount.IN_TRANSIT;
import static io.daybook.journal.LedgerAccount.RESERVED;
import static io.daybook.journal.LedgerAccount.SUSPENSE;
import static io.daybook.journal.Postings.between;

import io.daybook.account.Flow;
import io.daybook.account.PayoutEvent;
import io.daybook.account.PayoutProgress;
import io.daybook.account.PayoutProgress.AbsenceProven;
import io.daybook.account.PayoutProgress.PayoutClosed;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.ReversalBegun;
import io.daybook.account.PayoutProgress.ReversalEnded;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.account.PayoutProgress.SuspenseCleared;
import io.daybook.account.PayoutReport;
import io.daybook.account.PayoutReport.ObjectAdopted;
import io.daybook.account.PayoutReport.PayoutAccepted;
import io.daybook.account.PayoutReport.PayoutCanceled;
import io.daybook.account.PayoutReport.PayoutFailed;
import io.daybook.account.PayoutReport.PayoutFailedAfterPaid;
import io.daybook.account.PayoutReport.PayoutFoundLate;
import io.daybook.account.PayoutReport.PayoutInTransit;
import io.daybook.account.PayoutReport.PayoutMismatchSeen;
import io.daybook.account.PayoutReport.PayoutPaid;
import io.daybook.account.PayoutReport.PayoutRejected;
import io.daybook.account.PayoutReport.PayoutReturned;
import io.daybook.account.PayoutReport.StepUnknown;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutReport.TransferIdentified;
import io.daybook.account.PayoutReport.TransferReversed;
import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.util.ArrayList;
import java.util.List;

/** What each fact of a payout moves. */
final class PayoutPostings {
    private PayoutPostings() {}

    static List<JournalLine> lines(ContractorId whose, PayoutEvent event) {
        return switch (event) {
            case PayoutProgress e -> decided(whose, e);
            case PayoutReport e -> reported(whose, e);
        };
    }

    private static List<JournalLine> decided(ContractorId whose, PayoutProgress event) {
        return switch (event) {
            case PayoutReserved e -> between(whose, AVAILABLE, RESERVED, e.amount());
            case PayoutSubmitted e -> between(whose, RESERVED, IN_FLIGHT, e.amount());
            case PayoutReleased e -> between(whose, IN_FLIGHT, RESERVED, e.amount());
            case PayoutClosed e -> between(whose, RESERVED, AVAILABLE, e.amount());
            case SuspenseCleared e -> between(whose, SUSPENSE, AVAILABLE, e.amount());
            case PayoutDropped e -> List.of();
            case StepBegun e -> List.of();
            case AbsenceProven e -> List.of();
            case PayoutRetried e -> List.of();
            case ReversalBegun e -> List.of();
            case ReversalEnded e -> List.of();
        };
    }

    private static List<JournalLine> reported(ContractorId whose, PayoutReport event) {
        return switch (event) {
            case TransferDone e ->
                List.of(
                        debit(CONNECTED, e.amount()).of(whose).on(e.rail()).at(e.connected()),
                        credit(LedgerAccount.PROVIDER, e.amount()).on(e.rail()));
            case TransferReversed e ->
                List.of(
                        debit(LedgerAccount.PROVIDER, e.amount()).on(e.rail()),
                        credit(CONNECTED, e.amount()).of(whose).on(e.rail()).at(e.connected()));
            case PayoutAccepted e -> left(whose, e.flow(), e.amount());
            case PayoutPaid e -> paid(whose, e.flow(), e.amount());
            case PayoutRejected e -> between(whose, IN_FLIGHT, RESERVED, e.amount());
            case PayoutFailed e -> failed(whose, e.flow(), e.amount());
            case PayoutCanceled e ->
                e.object() == null
                        ? between(whose, IN_FLIGHT, RESERVED, e.amount())
                        : failed(whose, e.flow(), e.amount());
            case PayoutFailedAfterPaid e -> cameBack(whose, e.flow(), e.amount());
            case PayoutReturned e -> cameBack(whose, e.flow(), e.amount());
            case PayoutFoundLate e -> foundLate(whose, e);
            case StepUnknown e -> List.of();
            case TransferIdentified e -> List.of();
            case PayoutInTransit e -> List.of();
            case PayoutMismatchSeen e -> List.of();
            case ObjectAdopted e -> List.of();
        };
    }

    /** Out of one of our balances, into the provider's hands. */
    private static List<JournalLine> left(ContractorId whose, Flow flow, Money amount) {
        return List.of(inTransit(whose, flow, amount), source(whose, flow, amount.negated()));
    }

    private static List<JournalLine> paid(ContractorId whose, Flow flow, Money amount) {
        return List.of(debit(IN_FLIGHT, amount).of(whose), inTransit(whose, flow, amount.negated()));
    }

    private static List<JournalLine> failed(ContractorId whose, Flow flow, Money amount) {
        List<JournalLine> lines = new ArrayList<>(between(whose, IN_FLIGHT, RESERVED, amount));
        lines.add(source(whose, flow, amount));
        lines.add(inTransit(whose, flow, amount.negated()));
        return lines;
    }

    /** After it was paid nothing is in flight any more: what came back waits in suspense. */
    private static List<JournalLine> cameBack(ContractorId whose, Flow flow, Money amount) {
        return List.of(source(whose, flow, amount), credit(SUSPENSE, amount).of(whose));
    }

    private static List<JournalLine> foundLate(ContractorId whose, PayoutFoundLate e) {
        List<JournalLine> lines = new ArrayList<>(left(whose, e.flow(), e.amount()));
        lines.addAll(
                switch (e.from()) {
                    case IN_FLIGHT -> List.of(debit(IN_FLIGHT, e.amount()).of(whose));
                    case RESERVED -> List.of(debit(RESERVED, e.amount()).of(whose));
                    case AVAILABLE -> Postings.taken(whose, e.taken(), e.amount());
                });
        lines.add(inTransit(whose, e.flow(), e.amount().negated()));
        return lines;
    }

    private static JournalLine inTransit(ContractorId whose, Flow flow, Money amount) {
        return debit(IN_TRANSIT, amount).of(whose).on(flow.route().rail());
    }

    /** The balance that a payout of this rail is paid out of. */
    private static JournalLine source(ContractorId whose, Flow flow, Money amount) {
        String rail = flow.route().rail();
        return switch (flow.route().source()) {
            case CONNECTED_ACCOUNT -> connected(debit(CONNECTED, amount).of(whose), flow);
            case PROVIDER_BALANCE -> debit(LedgerAccount.PROVIDER, amount).on(rail);
            case BANK -> debit(LedgerAccount.BANK, amount);
        };
    }

    static JournalLine connected(JournalLine line, Flow flow) {
        if (flow.connected() == null) throw new IllegalStateException("a connected account has an index");
        return line.on(flow.route().rail()).at(flow.connected());
    }
}
