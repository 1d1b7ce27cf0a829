package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;

/**
 * Whom a batch pays, how much and where to.
 *
 * @param line counts the batch's lines from 1
 */
public record BatchLine(int line, AccountId account, Money amount, PayoutDestination destination) {
    public ContractorId contractor() {
        return account.contractor();
    }

    /** The line as its chunk's hash counts it; without a newline, and no two lines read alike. */
    String canonical() {
        return line + "|" + account.value() + "|" + amount.minor() + "|" + amount.currency() + "|"
                + destination.version() + "|" + destination.account().index() + "|"
                + destination.account().sealed().key().value() + "|"
                + destination.account().sealed().toBase64();
    }
}
