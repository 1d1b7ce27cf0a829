package io.daybook.rail.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes wrong next: first what was armed by hand, then what the plan draws. */
final class Faults {
    private final FaultPlan plan;
    private boolean calm;
    private final Chance chance;
    private final Deque<Fault> writes = new ArrayDeque<>();
    private final Deque<Fault> payouts = new ArrayDeque<>();
    private final Deque<Fault> reads = new ArrayDeque<>();
    private final Map<String, Deque<PayoutFate>> fates = new HashMap<>();

    Faults(FaultPlan plan, Chance chance) {
        this.plan = plan;
        this.chance = chance;
    }

    void armWrite(Fault fault) {
        writes.add(fault);
    }

    void armPayout(Fault fault) {
        payouts.add(fault);
    }

    void armRead(Fault fault) {
        reads.add(fault);
    }

    void armFate(String account, PayoutFate fate) {
        fates.computeIfAbsent(account, unused -> new ArrayDeque<>()).add(fate);
    }

    /** From now on no request fails: neither by the plan nor by what was armed. The fates of payouts stay. */
    void calm() {
        calm = true;
        writes.clear();
        payouts.clear();
        reads.clear();
    }

    @Nullable
    Fault ofWrite(Order order, String key, int tries) {
        if (order instanceof Order.Payout && !payouts.isEmpty()) return payouts.remove();
        if (!writes.isEmpty()) return writes.remove();
        return calm || plan.requests().isEmpty()
                ? null
                : drawn(plan.requests(), Fault.values(), "request", key + '#' + tries);
    }

    @Nullable
    Fault ofRead() {
        return reads.poll();
    }

    /** {@code reference} is what the payout carries of ours, else its key. */
    PayoutFate ofPayout(String account, String reference) {
        Deque<PayoutFate> armed = fates.get(account);
        if (armed != null && !armed.isEmpty()) return armed.remove();
        PayoutFate fate = drawn(plan.fates(), PayoutFate.values(), "fate", reference);
        return fate == null ? PayoutFate.PAID : fate;
    }

    private <E extends Enum<E>> @Nullable E drawn(Map<E, Integer> odds, E[] all, String question, String subject) {
        int draw = chance.draw(question, subject, FaultPlan.MILLION);
        for (E each : all) {
            draw -= odds.getOrDefault(each, 0);
            if (draw < 0) return each;
        }
        return null;
    }
}
