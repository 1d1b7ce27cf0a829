package io.daybook.funding;

import io.daybook.funding.FundingEvent.TopUpAnnounced;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rules about funding look at. Amounts are in minor units of the pool's currency.
 *
 * @param opened whether the opening balance is recorded
 * @param balanceMinor what we have at the provider as the log knows it
 * @param reserved by batch
 * @param settled what left our balance for each batch whose reservation was given back
 */
record FundingState(
        boolean opened,
        long balanceMinor,
        Map<String, Long> reserved,
        Map<TopUpId, TopUp> topUps,
        Map<String, Long> settled) {
    static final FundingState NONE = new FundingState(false, 0, Map.of(), Map.of(), Map.of());

    record TopUp(TopUpAnnounced announced, boolean sent) {}

    long free() {
        long free = balanceMinor;
        for (long amount : reserved.values()) free = Math.subtractExact(free, amount);
        return free;
    }

    FundingState open() {
        return new FundingState(true, balanceMinor, reserved, topUps, settled);
    }

    FundingState moved(long by) {
        return new FundingState(opened, Math.addExact(balanceMinor, by), reserved, topUps, settled);
    }

    FundingState with(TopUp topUp) {
        Map<TopUpId, TopUp> more = new HashMap<>(topUps);
        more.put(topUp.announced().topUp(), topUp);
        return new FundingState(opened, balanceMinor, reserved, Map.copyOf(more), settled);
    }

    FundingState reserve(String batch, long amount) {
        Map<String, Long> more = new HashMap<>(reserved);
        more.put(batch, amount);
        return new FundingState(opened, balanceMinor, Map.copyOf(more), topUps, settled);
    }

    FundingState settle(String batch, long spent) {
        Map<String, Long> less = new HashMap<>(reserved);
        less.remove(batch);
        Map<String, Long> more = new HashMap<>(settled);
        Long before = more.put(batch, spent);
        long by = before == null ? spent : spent - before;
        return new FundingState(
                opened, Math.subtractExact(balanceMinor, by), Map.copyOf(less), topUps, Map.copyOf(more));
    }
}
