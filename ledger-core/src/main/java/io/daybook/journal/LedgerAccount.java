package io.daybook.journal;

import java.util.Arrays;

/** The chart of accounts. */
public enum LedgerAccount {
    BANK(1000, "Bank", Side.DEBIT),
    PROVIDER(1010, "Provider balance", Side.DEBIT),
    IN_TRANSFER(1011, "Between bank and provider", Side.DEBIT),
    CONNECTED(1020, "Connected-account balances", Side.DEBIT),
    IN_TRANSIT(1021, "Payouts in transit at the provider", Side.DEBIT),
    CLAWBACK(1100, "Clawback receivable", Side.DEBIT),
    ADVANCES(1110, "Advances", Side.DEBIT),
    AVAILABLE(2000, "Payable, available", Side.CREDIT),
    PENDING(2001, "Payable, pending", Side.CREDIT),
    HELD(2002, "Payable, held", Side.CREDIT),
    RESERVED(2003, "Payable, reserved", Side.CREDIT),
    IN_FLIGHT(2030, "Payouts in flight", Side.CREDIT),
    SUSPENSE(2040, "Returned, in suspense", Side.CREDIT),
    TAX(2050, "Tax withheld", Side.CREDIT),
    DEDUCTIONS(2060, "Deductions", Side.CREDIT),
    FUNDING(3000, "Funding from the operator", Side.CREDIT),
    TIME(5000, "Contractor time", Side.DEBIT),
    BONUS(5010, "Bonus", Side.DEBIT),
    REFERRAL(5020, "Referral", Side.DEBIT),
    EXPENSE(5030, "Reimbursed expense", Side.DEBIT),
    PROVIDER_FEES(5100, "Provider fees", Side.DEBIT),
    BANK_FEES(5110, "Bank fees", Side.DEBIT),
    WRITE_OFF(5200, "Write-off", Side.DEBIT),
    RECONCILING(5300, "Reconciling difference", Side.DEBIT);

    private final int number;
    private final String title;
    private final Side side;

    LedgerAccount(int number, String title, Side side) {
        this.number = number;
        this.title = title;
        this.side = side;
    }

    /** Errors: IllegalArgumentException when the chart has no such account. */
    public static LedgerAccount of(int number) {
        return Arrays.stream(values())
                .filter(account -> account.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + number));
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** The side on which its balance normally stands. */
    public Side side() {
        return side;
    }

    /** A side of an account. Amounts in the journal are signed: a debit is above zero. */
    public enum Side {
        DEBIT,
        CREDIT
    }
}
