package io.daybook.journal;

import io.daybook.contractor.ContractorId;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the books. */
public interface JournalViews {
    /** One for each currency the contractor ever had an entry in, in the order of currency codes. */
    List<Balance> balances(ContractorId contractor, Viewpoint viewpoint);

    /** The present balances of those of {@code contractors} that have any. */
    Map<ContractorId, List<Balance>> balances(Collection<ContractorId> contractors);

    /** The present balance on its normal side, of one rail where it is a rail's account; null for all rails. */
    Money balance(LedgerAccount account, @Nullable String rail, Currency currency);

    /** In the order of account numbers and currency codes; accounts never used are left out. */
    List<TrialRow> trialBalance(Viewpoint viewpoint);

    /** In the order of the log, those after {@code afterPosition}; 0 begins. */
    List<Entry> journal(Filter filter, Viewpoint viewpoint, long afterPosition, int limit);

    /** One for each currency, for what is in force from {@code from} (included) to {@code to} (not included). */
    List<Statement> statements(ContractorId contractor, Instant from, Instant to, Viewpoint viewpoint);

    /** What the books' own checks find wrong: nothing, in books that are right. */
    List<Violation> violations();

    /** The names of the checks that {@link #violations} makes. */
    List<String> checks();

    /** @param debit and @param credit are zero or more, one of them zero: the balance on its side */
    record TrialRow(LedgerAccount account, Money debit, Money credit) {}

    /** @param source the event's name @param position the log's, and the entry's own name */
    record Entry(
            long position,
            String eventId,
            String source,
            String stream,
            Instant effectiveAt,
            Instant occurredAt,
            Instant recordedAt,
            List<Line> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    /** @param amount signed: a debit is above zero */
    record Line(
            int line,
            LedgerAccount account,
            @Nullable ContractorId contractor,
            @Nullable String rail,
            @Nullable String project,
            Money amount) {}

    /** What to look for; null is any. From is included, to is not. */
    record Filter(
            @Nullable LedgerAccount account,
            @Nullable ContractorId contractor,
            @Nullable Instant from,
            @Nullable Instant to) {
        public static final Filter ALL = new Filter(null, null, null, null);
    }

    /** @param check which invariant, kebab-case @param detail which rows break it and by how much */
    record Violation(String check, String detail) {}
}
