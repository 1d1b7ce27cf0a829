package io.daybook.payout.engine;

import io.daybook.account.AccountCommand;
import io.daybook.account.AccountCommand.ObserveElsewhere;
import io.daybook.account.AccountCommand.ObservePayout;
import io.daybook.account.AccountCommand.RecordReversal;
import io.daybook.account.AccountId;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutStep;
import io.daybook.account.RailFact;
import io.daybook.payout.PayoutBatchId;
import io.daybook.rail.Instruction;
import io.daybook.rail.RailObject;
import java.time.Instant;
import java.util.Optional;

/** A provider's object in the words of accounts. */
final class Sightings {
    private Sightings() {}

    /** @param seen when the provider said, or we saw, that it stands so */
    static RailFact fact(RailObject object, Instant seen) {
        return new RailFact(
                object.kind() == RailObject.Kind.PAYOUT ? PayoutStep.PAYOUT : PayoutStep.TRANSFER,
                object.attempt(),
                object.providerId(),
                object.amount(),
                RailFact.Status.valueOf(object.status().name()),
                object.failure().orElse(null),
                object.trace().orElse(null),
                since(object, seen));
    }

    /** An object is made once and changes later: only of what it was made as does its own date tell. */
    private static Instant since(RailObject object, Instant seen) {
        return switch (object.status()) {
            case DONE, PENDING -> object.created();
            case REVERSED, IN_TRANSIT, PAID, FAILED, CANCELED, RETURNED ->
                seen.isBefore(object.created()) ? object.created() : seen;
        };
    }

    /** What to tell the account about an object as we see it now. */
    static Optional<AccountCommand> order(AccountId account, PayoutId payout, RailObject object, Instant at) {
        return order(account, payout, object, at, at);
    }

    /** What to tell the account about an object; empty for a reversal of nobody knows what. */
    static Optional<AccountCommand> order(
            AccountId account, PayoutId payout, RailObject object, Instant seen, Instant at) {
        return switch (object.kind()) {
            case TRANSFER, PAYOUT -> Optional.of(new ObservePayout(account, payout, fact(object, seen), at));
            case REVERSAL ->
                object.reverses()
                        .map(transfer -> new RecordReversal(
                                account, payout, object.providerId(), transfer, object.amount(), object.created(), at));
        };
    }

    /** What to tell the account about an object that carries its payout's reference and lies somewhere else. */
    static AccountCommand elsewhere(AccountId account, PayoutId payout, RailObject object, Instant at) {
        return new ObserveElsewhere(account, payout, fact(object, at), at);
    }

    /** Our reference on an object, if it is one of ours. */
    static Optional<PayoutId> payoutOf(RailObject object) {
        return object.payout().flatMap(Sightings::read);
    }

    private static Optional<PayoutId> read(String reference) {
        try {
            PayoutId id = new PayoutId(reference);
            return id.line() > 0 && PayoutBatchId.of(id).payout(id.line()).equals(id)
                    ? Optional.of(id)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the object is what the instruction asked for. */
    static boolean answers(RailObject object, Instruction instruction) {
        boolean kind = switch (instruction) {
            case Instruction.Transfer transfer -> object.kind() == RailObject.Kind.TRANSFER;
            case Instruction.PayOut payOut -> object.kind() == RailObject.Kind.PAYOUT;
            case Instruction.Reversal reversal -> object.kind() == RailObject.Kind.REVERSAL;
        };
        return kind && object.attempt() == instruction.attempt() && wentThere(object, instruction);
    }

    static boolean wentThere(RailObject object, Instruction instruction) {
        String destination = switch (instruction) {
            case Instruction.Transfer transfer -> transfer.destination();
            case Instruction.PayOut payOut -> payOut.destination();
            case Instruction.Reversal reversal -> null;
        };
        return destination == null
                || object.connectedAccount().map(destination::equals).orElse(true);
    }

    /** The key under which an object of ours was asked for. */
    static String key(PayoutId payout, RailObject object) {
        String step = switch (object.kind()) {
            case TRANSFER -> "transfer";
            case PAYOUT -> "payout";
            case REVERSAL -> "reversal";
        };
        return payout.value() + ":" + step + ":" + object.attempt();
    }
}
