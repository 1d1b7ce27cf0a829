package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.contractor.Actor;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one batch's facts alone say about who approved what, and whether that is what was paid. */
public final class ApprovedAndPaid {
    private final List<String> wrong = new ArrayList<>();
    private final Map<PayoutId, BatchLine> lines = new HashMap<>();
    private final Set<PayoutId> over = new HashSet<>();
    private List<String> hashes = List.of();
    private @Nullable Subject maker;
    private @Nullable FrozenContent content;
    private int approvals;
    private boolean released;
    private Money accounted = Batch.usd(0);

    /** What breaks an invariant, in words; empty while all hold. */
    static List<String> wrong(List<DomainEvent> log) {
        ApprovedAndPaid seen = new ApprovedAndPaid();
        for (DomainEvent fact : log) seen.add(fact);
        return seen.wrong;
    }

    /** What the facts added so far break, in words. */
    public List<String> wrong() {
        return wrong;
    }

    private void check(boolean right, String what) {
        if (!right) wrong.add(what);
    }

    public void add(DomainEvent fact) {
        switch (fact) {
            case BatchDrafted e -> maker = e.maker();
            case PayoutLinesFrozen e -> frozen(e);
            case BatchFrozen e -> frozen(e.content());
            case BatchApproved e -> approved(e);
            case BatchReleased e -> released(e);
            case PayoutReserved e -> accounted(e.payout(), e.account(), e.amount(), e.destination());
            case PayoutDropped e -> accounted(e.payout(), e.account(), e.amount(), null);
            case BatchCompleted e -> completed(e);
            default -> {}
        }
    }

    private void frozen(PayoutLinesFrozen e) {
        hashes = List.of(new LinesChunk(e.batch(), e.chunk(), e.lines()).hash());
        for (BatchLine line : e.lines()) lines.put(e.batch().payout(line.line()), line);
    }

    private void frozen(FrozenContent frozen) {
        content = frozen;
        check(frozen.hash().equals(LinesChunk.contentHash(hashes)), "frozen as other lines than the log has");
        check(frozen.lines() == lines.size() && frozen.total().equals(total()), "frozen with another total");
    }

    private Money total() {
        return lines.values().stream().map(BatchLine::amount).reduce(Batch.usd(0), Money::plus);
    }

    private void approved(BatchApproved e) {
        approvals++;
        check(!e.approver().equals(maker), "approved by its maker");
        check(content != null && e.contentHash().equals(content.hash()), "approved as something else");
        for (Actor person : RandomBatch.PEOPLE)
            if (person.subject().equals(e.approver()))
                check(
                        lines.values().stream().noneMatch(line -> person.is(line.contractor())),
                        "approved by whom it pays");
    }

    private void released(BatchReleased e) {
        released = true;
        check(approvals > (e.exceeded().isEmpty() ? 0 : 1), "released without its approvals");
        check(!e.checker().equals(maker), "released by its maker");
        check(e.total().equals(total()), "released with another total");
    }

    private void accounted(PayoutId payout, AccountId account, Money amount, @Nullable PayoutDestination destination) {
        BatchLine line = lines.get(payout);
        check(released, "paid before its release");
        check(over.add(payout), "a line both paid and dropped, or twice");
        check(
                line != null && line.account().equals(account) && line.amount().equals(amount),
                "no line of the approved list: " + payout);
        check(
                destination == null || line != null && line.destination().equals(destination),
                "not to the approved destination: " + payout);
        accounted = accounted.plus(amount);
    }

    private void completed(BatchCompleted e) {
        check(over.equals(lines.keySet()), "complete while lines wait");
        check(accounted.equals(total()), "payouts and dropped lines are not the approved total");
        check(e.paid() + e.other() + e.dropped() == lines.size(), "complete with other counts");
    }
}
