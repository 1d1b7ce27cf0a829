package io.daybook.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountCommand.PostEarnings;
import io.daybook.calendar.AccountingMonth;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.PersonId;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrossPayTest {
    private static final ContractorId ADA = ContractorId.of("ada");
    private static final LocalDate FROM = LocalDate.parse("2026-06-29");
    private static final TimesheetId SHEET = new TimesheetId(
            "timesheet-" + EngagementId.of(ADA, "Labels").value().substring(11) + "-" + FROM);
    private static final Instant APPROVED = Instant.parse("2026-07-06T10:00:00Z");
    private static final RateVersion RATE =
            new RateVersion(1, new HourlyRate(Money.of(10_001, "USD")), LocalDate.parse("2026-01-01"));

    @Test
    void a_sheet_over_a_month_end_posts_once_for_each_month() {
        List<PostEarnings> postings = new GrossPay(Duration.ZERO)
                .of(approved(line("2026-06-29", 1800), line("2026-06-30", 1800), line("2026-07-01", 3600)));
        assertThat(postings).extracting(posting -> posting.month().id()).containsExactly("2026-06", "2026-07");
        assertThat(postings).extracting(PostEarnings::amount).containsExactly(usd(10_000), usd(10_001));
        assertThat(postings).extracting(PostEarnings::seconds).containsExactly(3600L, 3600L);
    }

    @Test
    void totals_are_sums_of_rounded_lines() {
        List<PostEarnings> postings = new GrossPay(Duration.ZERO)
                .of(approved(line("2026-06-29", 1800), line("2026-06-29", 1800), line("2026-06-29", 1800)));
        assertThat(postings).extracting(PostEarnings::amount).containsExactly(usd(15_000));
    }

    @Test
    void without_a_review_window_earnings_are_available_at_once() {
        assertThat(new GrossPay(Duration.ZERO)
                        .of(approved(line("2026-06-29", 60)))
                        .getFirst()
                        .pendingUntil())
                .isNull();
        assertThat(new GrossPay(Duration.ofDays(3))
                        .of(approved(line("2026-06-29", 60)))
                        .getFirst()
                        .pendingUntil())
                .isEqualTo(APPROVED.plus(Duration.ofDays(3)));
    }

    @Test
    void a_correction_posts_the_difference_of_rounded_amounts() {
        TimesheetCorrected corrected = new TimesheetCorrected(
                SHEET,
                "Labels",
                1,
                3,
                new Subject("lead"),
                new Sealed(new PersonId("p"), new byte[1]),
                List.of(new CorrectedLine(
                        TimeEntryId.of("e"), FROM, at("2026-06-29"), 1800, 900, RATE, usd(5_000), usd(2_500))),
                APPROVED);
        assertThat(new GrossPay(Duration.ZERO).of(corrected)).singleElement().satisfies(correction -> {
            assertThat(correction.difference()).isEqualTo(usd(-2_500));
            assertThat(correction.seconds()).isEqualTo(-900);
            assertThat(correction.month()).isEqualTo(AccountingMonth.parse("2026-06"));
        });
    }

    @Test
    void the_policy_gives_each_month_its_own_order() {
        Recorded recorded = new Recorded(
                7,
                "id",
                SHEET.value(),
                0,
                APPROVED,
                approved(line("2026-06-29", 60), line("2026-07-01", 60)),
                "lead",
                null);
        assertThat(new WhenTimesheetApprovedPostEarnings(new GrossPay(Duration.ZERO)).react(recorded))
                .extracting(order -> order.target())
                .containsExactly("2026-06", "2026-07");
    }

    private static TimesheetApproved approved(PricedLine... lines) {
        return new TimesheetApproved(SHEET, "Labels", 2, new Subject("lead"), List.of(lines), APPROVED);
    }

    private static PricedLine line(String date, long seconds) {
        return new PricedLine(
                TimeEntryId.of(date + seconds),
                LocalDate.parse(date),
                at(date),
                seconds,
                RATE,
                RATE.rate().earnedIn(seconds));
    }

    private static Instant at(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
