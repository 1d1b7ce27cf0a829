package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.Actor;
import io.daybook.contractor.ContractorId;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.payout.PayoutBatchCommand.ApproveBatch;
import io.daybook.payout.PayoutBatchCommand.DraftBatch;
import io.daybook.payout.PayoutBatchCommand.ReleaseBatch;
import io.daybook.payout.PayoutBatchCommand.Stake;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchEvent.ExecutionBegun;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** One batch and its people, for tests. */
final class Batch {
    static final Currency USD = Currencies.of("USD");
    static final PayoutBatchId ID = PayoutBatchId.of("week-18");
    static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    static final Subject MAKER = new Subject("maker");
    static final Subject CHECKER = new Subject("checker");
    static final Subject SECOND = new Subject("second-checker");
    static final FrozenContent CONTENT = new FrozenContent("c0ffee", 1, 3, usd(60_00));

    static final BatchDrafted DRAFTED =
            new BatchDrafted(ID, "week-18", "simulator", USD, NOW, usd(0), List.of(), MAKER, NOW);
    static final BatchFrozen FROZEN = new BatchFrozen(ID, CONTENT, MAKER, NOW);
    static final BatchApproved APPROVED = new BatchApproved(ID, CONTENT.hash(), CHECKER, NOW);
    static final BatchApproved APPROVED_AGAIN = new BatchApproved(ID, CONTENT.hash(), SECOND, NOW);
    static final BatchReleased RELEASED = new BatchReleased(ID, usd(60_00), List.of(), CHECKER, NOW);
    static final ExecutionBegun EXECUTING = new ExecutionBegun(ID, NOW);

    private Batch() {}

    static Money usd(long minor) {
        return new Money(minor, USD);
    }

    static DraftBatch draft(String rail) {
        return new DraftBatch(ID, "week-18", rail, USD, NOW, usd(0), List.of(), MAKER, NOW.plusSeconds(60));
    }

    static ApproveBatch approve(String hash, Subject by) {
        return new ApproveBatch(ID, hash, Actor.staff(by), Stake.NONE, NOW);
    }

    static ReleaseBatch release(Subject by, String... exceeded) {
        return new ReleaseBatch(ID, CONTENT.hash(), List.of(exceeded), true, by, Stake.NONE, NOW);
    }

    static BatchLine line(int number, String contractor, long minor) {
        return line(number, contractor, minor, "acct_" + contractor);
    }

    static BatchLine line(int number, String contractor, long minor, String destination) {
        ContractorId id = ContractorId.of(contractor);
        return new BatchLine(
                number,
                AccountId.of(id, USD),
                usd(minor),
                new PayoutDestination(1, Plain.findable(id.person(), destination)));
    }
}
