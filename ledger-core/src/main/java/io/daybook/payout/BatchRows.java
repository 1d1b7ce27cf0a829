package io.daybook.payout;

import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress;
import io.daybook.account.StepIntent;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run of facts means for the tables of batches.
 *
 * @param changes in the order of the log; batches are few, so each is written by itself
 * @param spent by batch: what left our balance at the provider (signed, minor units), and the last position that says so
 */
record BatchRows(
        List<Change> changes,
        List<PayoutLinesFrozen> frozen,
        List<Intent> intents,
        List<KnownObject> objects,
        List<PayoutProgress> reversals,
        Map<String, Spent> spent) {
    record Change(PayoutBatchEvent event, long position) {}

    record Intent(PayoutId payout, String rail, StepIntent intent, Instant at) {}

    record Spent(long minor, long position) {
        Spent plus(Spent later) {
            return new Spent(Math.addExact(minor, later.minor), later.position);
        }
    }
}
