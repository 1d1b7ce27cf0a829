package io.daybook.api.http.people;

import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.journal.Balance;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contractor on the wire. Personal data is null once their key has been destroyed.
 *
 * @param payoutDestination null before the first
 */
record ContractorJson(
        ContractorId id,
        String reference,
        @Nullable String name,
        @Nullable String email,
        @Nullable String country,
        Currency currency,
        Payable payable,
        List<BalanceJson> balances,
        @Nullable Destination payoutDestination,
        @Nullable Proposal proposedDestination,
        Instant registeredAt) {
    private static final int ENDING = 4;

    record Payable(boolean ok, Set<BlockingReason> blockingReasons) {}

    /** @param value its last characters: the whole is written, never read @param version counts from 1 */
    record Destination(@Nullable String value, int version, Instant coolsDownUntil) {}

    /** A change that waits for a second person. @param value as above @param proposal its number, which an approval may name */
    record Proposal(@Nullable String value, int proposal, String proposer, Instant proposedAt) {}

    static ContractorJson of(ContractorView view, List<Balance> balances, PersonVault vault, Instant now) {
        Set<BlockingReason> blocking = view.blockingReasons(now);
        return new ContractorJson(
                view.id(),
                view.reference(),
                opened(vault, view.name().sealed()),
                opened(vault, view.email().sealed()),
                opened(vault, view.country()),
                view.currency(),
                new Payable(blocking.isEmpty(), blocking),
                balances.stream().map(BalanceJson::of).toList(),
                destination(view, vault),
                proposal(view, vault),
                view.registeredAt());
    }

    private static @Nullable Destination destination(ContractorView view, PersonVault vault) {
        ContractorView.Destination set = view.destination();
        return set == null
                ? null
                : new Destination(ending(vault, set.destination().sealed()), set.version(), set.coolsDownUntil());
    }

    private static @Nullable Proposal proposal(ContractorView view, PersonVault vault) {
        ContractorView.Proposal waiting = view.proposal();
        return waiting == null
                ? null
                : new Proposal(
                        ending(vault, waiting.destination().sealed()),
                        waiting.number(),
                        waiting.proposer().value(),
                        waiting.proposedAt());
    }

    /** Enough to recognise an account by, too little to pay one: the last four characters. */
    private static @Nullable String ending(PersonVault vault, Sealed sealed) {
        return vault.open(sealed)
                .map(account ->
                        "****" + (account.length() > ENDING ? account.substring(account.length() - ENDING) : ""))
                .orElse(null);
    }

    static @Nullable String opened(PersonVault vault, Sealed sealed) {
        return vault.open(sealed).orElse(null);
    }
}
