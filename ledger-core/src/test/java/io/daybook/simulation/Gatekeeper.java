package io.daybook.simulation;

import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutReleased;
import io.daybook.account.PayoutProgress.PayoutRetried;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutProgress.StepBegun;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.Instruction;

/** Looks at every instruction as it leaves: whether what let it go was sealed by then. It believes no gate. */
final class Gatekeeper {
    private final SimulatedSeal seal;
    private final SimulatedLog log;

    Gatekeeper(SimulatedSeal seal, SimulatedLog log) {
        this.seal = seal;
        this.log = log;
    }

    /** Errors: Broken. */
    void leaves(Instruction instruction, Node by) {
        if (!seal.isYoung()) throw new Broken(by.name() + " sends while nobody seals: " + instruction);
        if (instruction instanceof Instruction.Reversal) return;
        long letGo = letGo(new PayoutId(instruction.payout()), instruction.key());
        if (!seal.covers(letGo))
            throw new Broken(by.name() + " sends before " + letGo + ", which let it go, is sealed: " + instruction);
    }

    /** The later one of the batch's release and what let a person try again before this was meant. */
    private long letGo(PayoutId payout, String key) {
        long letGo = Long.MAX_VALUE;
        for (Recorded fact : log.stream(PayoutBatchId.of(payout).value()))
            if (fact.event() instanceof BatchReleased) letGo = fact.position();
        for (Recorded fact : log.all()) {
            if (isMeant(fact.event(), key)) return letGo;
            if (letsAgain(fact.event(), payout)) letGo = Math.max(letGo, fact.position());
        }
        return letGo;
    }

    private static boolean isMeant(DomainEvent event, String key) {
        return event instanceof PayoutSubmitted e && e.intent().key().equals(key)
                || event instanceof StepBegun s && s.intent().key().equals(key);
    }

    private static boolean letsAgain(DomainEvent event, PayoutId payout) {
        return event instanceof PayoutRetried e && e.payout().equals(payout)
                || event instanceof PayoutReleased p && p.payout().equals(payout);
    }
}
