package io.daybook.simulation;

import io.daybook.rail.Instruction;
import io.daybook.rail.PayoutRail;
import io.daybook.rail.RailBalance;
import io.daybook.rail.RailMovement;
import io.daybook.rail.RailObject;
import io.daybook.rail.RailResult;
import io.daybook.rail.RailSignal;
import io.daybook.rail.RailTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rail's adapter, to be wrong in one way. */
class BuggyRail implements PayoutRail {
    private final PayoutRail real;

    BuggyRail(PayoutRail real) {
        this.real = real;
    }

    /** Takes what was not answered for refused, and never looks for what it believes refused. */
    static final class BelievingInNo extends BuggyRail {
        private final Set<String> believed = new HashSet<>();

        BelievingInNo(PayoutRail real) {
            super(real);
        }

        @Override
        public RailResult submit(Instruction instruction) {
            RailResult rightly = super.submit(instruction);
            if (!(rightly instanceof RailResult.Unknown unknown)) return rightly;
            believed.add(instruction.payout());
            return new RailResult.Refused("timeout", unknown.why(), false);
        }

        @Override
        public List<RailObject> find(Instruction sent, Instant since) {
            return believed.contains(sent.payout()) ? List.of() : super.find(sent, since);
        }
    }

    /** Sees nothing, wherever it looks for what was sent. */
    static final class Blind extends BuggyRail {
        Blind(PayoutRail real) {
            super(real);
        }

        @Override
        public List<RailObject> find(Instruction sent, Instant since) {
            super.find(sent, since);
            return List.of();
        }
    }

    /** As a client library does that draws a key for each request. */
    static final class NewKeyOnRetry extends BuggyRail {
        private final Map<String, Integer> tries = new HashMap<>();

        NewKeyOnRetry(PayoutRail real) {
            super(real);
        }

        @Override
        public RailResult submit(Instruction instruction) {
            int tried = tries.merge(instruction.key(), 1, Integer::sum);
            return super.submit(tried == 1 ? instruction : withKey(instruction, instruction.key() + "-" + tried));
        }

        private static Instruction withKey(Instruction instruction, String key) {
            return switch (instruction) {
                case Instruction.Transfer i ->
                    new Instruction.Transfer(key, i.payout(), i.attempt(), i.amount(), i.destination());
                case Instruction.PayOut i ->
                    new Instruction.PayOut(key, i.payout(), i.attempt(), i.amount(), i.destination());
                case Instruction.Reversal i ->
                    new Instruction.Reversal(key, i.payout(), i.attempt(), i.amount(), i.transfer());
            };
        }
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Optional<RailTerms> terms(Currency currency) {
        return real.terms(currency);
    }

    @Override
    public boolean usesConnectedAccounts() {
        return real.usesConnectedAccounts();
    }

    @Override
    public Duration keyLifetime() {
        return real.keyLifetime();
    }

    @Override
    public RailResult submit(Instruction instruction) {
        return real.submit(instruction);
    }

    @Override
    public List<RailObject> find(Instruction sent, Instant since) {
        return real.find(sent, since);
    }

    @Override
    public Optional<RailObject> fetch(RailObject.Kind kind, String providerId, Optional<String> within) {
        return real.fetch(kind, providerId, within);
    }

    @Override
    public List<RailObject> reversalsOf(String transfer) {
        return real.reversalsOf(transfer);
    }

    @Override
    public List<RailObject> listSince(Instant since, Collection<String> connectedAccounts) {
        return real.listSince(since, connectedAccounts);
    }

    @Override
    public RailBalance balance(Currency currency) {
        return real.balance(currency);
    }

    @Override
    public RailBalance balanceOf(String connectedAccount, Currency currency) {
        return real.balanceOf(connectedAccount, currency);
    }

    @Override
    public RailMovement.Page movementsAfter(Optional<String> cursor, int limit) {
        return real.movementsAfter(cursor, limit);
    }

    @Override
    public RailMovement.Page movementsOf(String connectedAccount, Optional<String> cursor, int limit) {
        return real.movementsOf(connectedAccount, cursor, limit);
    }

    @Override
    public Optional<String> newestMovement() {
        return real.newestMovement();
    }

    @Override
    public Optional<RailSignal> verify(String signatureHeader, byte[] body, Instant now) {
        return real.verify(signatureHeader, body, now);
    }
}
