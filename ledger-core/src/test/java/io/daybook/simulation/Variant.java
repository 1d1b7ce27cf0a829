package io.daybook.simulation;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountEvent;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Policy;
import io.daybook.payout.PayoutBatchCommand;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.engine.RailInbox;
import io.daybook.payout.engine.RailLease;
import io.daybook.payout.engine.SealedLog;
import io.daybook.rail.PayoutRail;
import java.time.InstantSource;
import java.util.List;

/** Daybook as it is, or with one thing done wrong. */
interface Variant {
    Variant AS_IT_IS = new Variant() {};

    /** Before a world begins: what can be wrong about more than its own argument looks at the world. */
    default void in(Simulation simulation) {}

    default Decider<AccountCommand, ?, AccountEvent> accounts(Decider<AccountCommand, ?, AccountEvent> rules) {
        return rules;
    }

    default Decider<PayoutBatchCommand, ?, PayoutBatchEvent> batches(
            Decider<PayoutBatchCommand, ?, PayoutBatchEvent> rules) {
        return rules;
    }

    default PayoutRail rail(PayoutRail rail) {
        return rail;
    }

    default SimulatedInbox inbox(Oracle oracle) {
        return new SimulatedInbox(oracle);
    }

    default RailInbox inbox(RailInbox inbox, InstantSource clock) {
        return inbox;
    }

    default RailLease lease(RailLease lease) {
        return lease;
    }

    default SealedLog seal(SealedLog seal) {
        return seal;
    }

    default List<Policy> policies(List<Policy> policies) {
        return policies;
    }

    /** Whether followers read over what is not shown yet. */
    default boolean followsOverGaps() {
        return false;
    }
}
