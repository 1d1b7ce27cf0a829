package io.daybook.api.http.time;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.api.http.request.Page;
import io.daybook.api.http.request.PageRequest;
import io.daybook.api.security.Caller;
import io.daybook.calendar.PayPeriod;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView.Period;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The weeks that have time in them: a contractor's own, an approver's projects', or anybody's. */
@RestController
@RequestMapping("/api/v1/pay-periods")
final class PayPeriodController {
    private final TimesheetViews timesheets;
    private final Timesheets sheets;

    PayPeriodController(TimesheetViews timesheets, Timesheets sheets) {
        this.timesheets = timesheets;
        this.sheets = sheets;
    }

    /** @param timesheets how many stand where; only for those who see everybody's, as {@code seconds} */
    record PeriodJson(
            String id,
            LocalDate from,
            LocalDate to,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<TimesheetStatus, Long> timesheets,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Long seconds) {}

    /** Latest first. */
    @GetMapping
    Page<PeriodJson> list(Caller caller, PageRequest page) {
        LocalDate before = page.after() == null ? null : LocalDate.parse(page.after());
        Map<PayPeriod, List<Period>> periods = new LinkedHashMap<>();
        for (Period row : timesheets.periods(sheets.readable(caller, Filter.ALL, null), before, page.fetch()))
            periods.computeIfAbsent(row.period(), period -> new ArrayList<>()).add(row);
        return page.of(
                List.copyOf(periods.entrySet()),
                entry -> entry.getKey().from().toString(),
                entry -> json(caller.seesEverybody(), entry.getKey(), entry.getValue()));
    }

    private static PeriodJson json(boolean counted, PayPeriod period, List<Period> rows) {
        Map<TimesheetStatus, Long> counts = new EnumMap<>(TimesheetStatus.class);
        rows.forEach(row -> counts.put(row.status(), row.timesheets()));
        long seconds = rows.stream().mapToLong(Period::seconds).sum();
        return new PeriodJson(
                period.id(), period.from(), period.to(), counted ? counts : null, counted ? seconds : null);
    }
}
