package io.daybook.account;

import io.daybook.account.AccountCommand.CorrectEarnings;
import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.calendar.AccountingMonth;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet's lines come to, per accounting month of their work dates: sums of amounts that were rounded line by line.
 *
 * @param reviewWindow how long earnings stay pending after approval; zero makes them available at once
 */
record GrossPay(Duration reviewWindow) {
    /** One posting for each month the sheet has work in, in month order. */
    List<PostEarnings> of(TimesheetApproved approved) {
        List<PostEarnings> postings = new ArrayList<>();
        byMonth(approved.lines(), PricedLine::workDate)
                .forEach((month, lines) -> postings.add(new PostEarnings(
                        AccountId.of(
                                approved.timesheet().contractor(),
                                lines.getFirst().amount().currency()),
                        approved.timesheet(),
                        approved.revision(),
                        approved.project(),
                        month,
                        lines.stream().mapToLong(PricedLine::seconds).sum(),
                        sum(lines, PricedLine::amount),
                        lines.stream()
                                .map(PricedLine::workedAt)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        pendingUntil(approved.occurredAt()),
                        approved.occurredAt())));
        return postings;
    }

    /** One correction for each month whose lines changed, in month order. */
    List<CorrectEarnings> of(TimesheetCorrected corrected) {
        List<CorrectEarnings> postings = new ArrayList<>();
        byMonth(corrected.lines(), CorrectedLine::workDate)
                .forEach((month, lines) -> postings.add(new CorrectEarnings(
                        AccountId.of(
                                corrected.timesheet().contractor(),
                                lines.getFirst().amount().currency()),
                        corrected.timesheet(),
                        corrected.correction(),
                        corrected.project(),
                        month,
                        lines.stream()
                                .mapToLong(line -> line.seconds() - line.secondsBefore())
                                .sum(),
                        sum(lines, CorrectedLine::difference),
                        corrected.occurredAt())));
        return postings;
    }

    private @Nullable Instant pendingUntil(Instant approvedAt) {
        return reviewWindow.isZero() ? null : approvedAt.plus(reviewWindow);
    }

    private static <L> TreeMap<AccountingMonth, List<L>> byMonth(List<L> lines, Function<L, LocalDate> workDate) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> new AccountingMonth(YearMonth.from(workDate.apply(line))),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static <L> Money sum(List<L> lines, Function<L, Money> amount) {
        return lines.stream().map(amount).reduce(Money::plus).orElseThrow();
    }
}
