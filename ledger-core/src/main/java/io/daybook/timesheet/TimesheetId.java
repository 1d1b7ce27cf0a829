package io.daybook.timesheet;

import io.daybook.calendar.PayPeriod;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import java.time.LocalDate;

/** One engagement's time in one pay period; ends in the ISO date of the period's first day. */
public record TimesheetId(String value) {
    private static final String PREFIX = "timesheet-";
    private static final int DATE = "2026-01-01".length();

    public TimesheetId {
        int projectEnd = value.length() - DATE - 1;
        if (!value.startsWith(PREFIX) || projectEnd <= PREFIX.length() || value.charAt(projectEnd) != '-')
            throw new IllegalArgumentException("not a timesheet's id");
    }

    public static TimesheetId of(EngagementId engagement, PayPeriod period) {
        String keys = engagement.contractor().key() + "-" + engagement.projectKey();
        return new TimesheetId(PREFIX + keys + "-" + period.id());
    }

    public EngagementId engagement() {
        String keys = value.substring(PREFIX.length(), value.length() - DATE - 1);
        int dash = keys.lastIndexOf('-');
        return EngagementId.ofKeys(keys.substring(0, dash), keys.substring(dash + 1));
    }

    public ContractorId contractor() {
        return engagement().contractor();
    }

    /** The first day of its pay period. */
    public LocalDate from() {
        return LocalDate.parse(value.substring(value.length() - DATE));
    }
}
