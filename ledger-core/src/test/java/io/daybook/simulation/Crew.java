package io.daybook.simulation;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.Actor;
import io.daybook.contractor.BlockingReason;
import io.daybook.contractor.ContractorCommand.RegisterContractor;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Subject;
import io.daybook.money.HourlyRate;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who is paid: a few people, each with a rate that leaves fractions of a cent, and weeks of time. */
final class Crew {
    private static final LocalDate MONDAY = LocalDate.of(2026, 4, 20);

    private Crew() {}

    static ContractorId id(int person) {
        return ContractorId.of("c" + person);
    }

    static Actor self(int person) {
        return new Actor(new Subject("contractor:c" + person), id(person));
    }

    /** @param home counts where they had themselves paid so far */
    static Findable account(int person, int home) {
        return Plain.findable(id(person).person(), "acct_" + person + "_" + home);
    }

    static RegisterContractor register(int person, Instant at) {
        ContractorId id = id(person);
        return new RegisterContractor(
                id,
                "c" + person,
                Plain.findable(id.person(), "name " + person),
                Plain.findable(id.person(), "mail " + person),
                Plain.sealed(id.person(), "XX"),
                Oracle.USD,
                account(person, 0),
                Set.of(BlockingReason.KYC, BlockingReason.TAX_FORM),
                at);
    }

    static PayPeriod week(int number) {
        LocalDate monday = MONDAY.plusWeeks(number);
        return new PayPeriod(monday, monday.plusDays(6));
    }

    static TimesheetId sheet(int person, int week) {
        return TimesheetId.of(EngagementId.of(id(person), "Labels"), week(week));
    }

    static Terms terms(Chance chance) {
        long perHour = chance.between(7_01, 99_97);
        RateVersion rate = new RateVersion(1, new HourlyRate(Oracle.usd(perHour)), MONDAY.minusDays(30));
        return new Terms(Oracle.USD, null, List.of(rate), null);
    }

    static RecordTimeEntries time(int person, int week, Terms terms, Chance chance, Instant at) {
        List<TimeEntry> entries = new ArrayList<>();
        int days = 1 + chance.below(4);
        for (int day = 0; day < days; day++) {
            LocalDate date = week(week).from().plusDays(day);
            Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(9 * 3600);
            TimeEntryId id = TimeEntryId.of("c" + person, "w" + week, "d" + day);
            entries.add(new TimeEntry(id, date, start, true, chance.between(1, 36_000), "labelling", null));
        }
        Opening opening = new Opening("Labels", week(week), Oracle.USD);
        return new RecordTimeEntries(sheet(person, week), opening, terms, entries, at);
    }
}
