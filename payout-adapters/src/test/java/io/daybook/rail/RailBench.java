package io.daybook.rail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import io.daybook.rail.Instruction.PayOut;
import io.daybook.rail.Instruction.Reversal;
import io.daybook.rail.Instruction.Transfer;
import io.daybook.rail.simulator.SimulatedProvider;
import java.time.Instant;
import java.util.Currency;

/** A rail, the simulated provider behind it, and one contractor's account there. */
public interface RailBench {
    Currency USD = Currency.getInstance("USD");
    Instant START = Instant.parse("2026-03-02T09:00:00Z");
    String ACCOUNT = "acct_anna";

    PayoutRail rail();

    SimulatedProvider provider();

    default RailObject now(RailObject object) {
        return rail().fetch(object.kind(), object.providerId(), object.connectedAccount())
                .orElseThrow();
    }

    static Transfer transfer(int attempt, long cents) {
        return new Transfer("payout-b-1:transfer:" + attempt, "payout-b-1", attempt, usd(cents), ACCOUNT);
    }

    static PayOut payOut(int attempt, long cents) {
        return new PayOut("payout-b-1:payout:" + attempt, "payout-b-1", attempt, usd(cents), ACCOUNT);
    }

    static Reversal reversal(int attempt, long cents, RailObject transfer) {
        String key = "payout-b-1:reversal:" + attempt;
        return new Reversal(key, "payout-b-1", attempt, usd(cents), transfer.providerId());
    }

    static RailObject accepted(RailResult result) {
        assertThat(result).isInstanceOf(RailResult.Accepted.class);
        return ((RailResult.Accepted) result).object();
    }

    static RailResult.Refused refused(RailResult result) {
        assertThat(result).isInstanceOf(RailResult.Refused.class);
        return (RailResult.Refused) result;
    }

    static Money usd(long cents) {
        return new Money(cents, USD);
    }
}
