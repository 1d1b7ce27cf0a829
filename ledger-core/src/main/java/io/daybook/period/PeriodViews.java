package io.daybook.period;

import io.daybook.calendar.AccountingMonth;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads accounting periods. A month that is not in here is open. */
public interface PeriodViews {
    Optional<PeriodView> find(AccountingMonth month);

    /** Oldest first. */
    List<PeriodView> all();

    /** The earliest date of an entry in the books; empty before the first. */
    Optional<Instant> booksBegin();
}
