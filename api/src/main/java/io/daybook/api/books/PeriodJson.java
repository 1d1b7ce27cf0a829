package io.daybook.api.books;

import io.daybook.calendar.AccountingMonth;
import io.daybook.kernel.PersonVault;
import io.daybook.period.PeriodStatus;
import io.daybook.period.PeriodView;
import io.daybook.period.PeriodView.Reopening;
import io.daybook.period.PeriodView.Signature;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar month of the books.
 *
 * @param id like {@code 2026-05}
 * @param from the first and @param to the last day, in the books' time zone
 * @param softClosed the first signature; null while the month is open
 * @param closed the second one
 * @param reopening who asks to open it again; {@code reason} is null once erased
 */
record PeriodJson(
        String id,
        LocalDate from,
        LocalDate to,
        PeriodStatus status,
        @Nullable Signature softClosed,
        @Nullable Signature closed,
        @Nullable Reason reopening) {
    record Reason(Signature asked, @Nullable String reason) {}

    static PeriodJson of(AccountingMonth month, @Nullable PeriodView view, PersonVault vault) {
        LocalDate from = month.month().atDay(1);
        LocalDate to = month.month().atEndOfMonth();
        if (view == null) return new PeriodJson(month.id(), from, to, PeriodStatus.OPEN, null, null, null);
        Reopening reopening = view.reopening();
        Reason reason = reopening == null
                ? null
                : new Reason(
                        new Signature(reopening.by(), reopening.at()),
                        vault.open(reopening.reason()).orElse(null));
        return new PeriodJson(month.id(), from, to, view.status(), view.signed(), view.closed(), reason);
    }
}
