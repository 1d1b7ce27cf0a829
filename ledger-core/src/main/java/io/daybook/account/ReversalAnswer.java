package io.daybook.account;

import io.daybook.money.Money;
import java.time.Instant;

/** What is known of a reversal that we asked for. While nobody knows, there is nothing to say. */
public sealed interface ReversalAnswer {
    /** @param reversal the provider's id @param created by its clock */
    record Done(String reversal, Money amount, Instant created) implements ReversalAnswer {}

    record Refused(String code) implements ReversalAnswer {}

    /** Looked up when its key had died: nothing was there. */
    record Absent() implements ReversalAnswer {}
}
