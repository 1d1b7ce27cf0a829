package io.daybook.api.drill;

import java.util.List;
import java.util.Set;

/**
 * What stands in the ledger and what stands at the provider after a round, read from each on its own. Amounts in cents.
 *
 * @param unseen lines of the batch that are neither a payout nor dropped with a reason
 */
record Evidence(
        List<Contractor> contractors, List<Payment> payments, long unseen, Provider provider, Books books, Wire wire) {
    /**
     * @param approved earned, by the files that the round began with
     * @param paid of the ledger's payouts, those that stand as paid
     * @param owed by the ledger, and not on its way
     * @param unresolved on its way by the ledger: unknown, absent, accepted, not yet paid
     * @param reached what the provider really brought to their account and what stayed there
     */
    record Contractor(String reference, long approved, long paid, long owed, long unresolved, long reached) {}

    /**
     * @param executed how many payouts the provider carries for it that did not fail
     * @param transferred to the connected account for it, less reversals
     */
    record Payment(String payout, String status, long amount, int executed, long transferred) {
        boolean isPaid() {
            return isPaid(status);
        }

        static boolean isPaid(String status) {
            return status.equals("PAID") || status.equals("FOUND_LATE");
        }
    }

    /** @param lying on connected accounts */
    record Provider(long transfers, long reversals, long payouts, long lying) {}

    /**
     * @param difference provider less ledger
     * @param unexplained what no item of it explains
     * @param differing views whose rows a replay of the log does not lead to
     */
    record Books(long trialBalance, boolean whole, long difference, long unexplained, List<String> differing) {}

    /** @param believed forged webhooks that were taken */
    record Wire(Set<String> keysReused, long unkeyed, long forged, long believed) {}

    Evidence {
        contractors = List.copyOf(contractors);
        payments = List.copyOf(payments);
    }
}
