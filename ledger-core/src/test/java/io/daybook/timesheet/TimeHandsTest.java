package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.ID;
import static io.daybook.timesheet.Sheet.LEAD;
import static io.daybook.timesheet.Sheet.NOW;
import static io.daybook.timesheet.Sheet.RATE;
import static io.daybook.timesheet.Sheet.WHY;
import static io.daybook.timesheet.Sheet.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeHands.Hand;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeHandsTest {
    private static final TimeEntry HOUR = entry("hour", 0, 3600);

    @Test
    void who_raises_time_by_a_correction_has_a_hand_in_it_and_who_lowers_it_has_none() {
        assertThat(hands(corrected(3600, 7200, 45_00, 90_00))).containsExactly(new Hand(ID.value(), "lead"));
        assertThat(hands(corrected(3600, 1800, 45_00, 22_50))).isEmpty();
    }

    @Test
    void who_records_time_has_a_hand_in_it() {
        assertThat(hands(Sheet.recorded(HOUR, 1))).containsExactly(new Hand(ID.value(), "lead"));
        assertThat(hands(Sheet.submitted(1))).isEmpty();
    }

    private static TimesheetCorrected corrected(long before, long seconds, long minorBefore, long minor) {
        CorrectedLine line = new CorrectedLine(
                HOUR.id(),
                HOUR.workDate(),
                HOUR.workedAt(),
                before,
                seconds,
                RATE,
                Money.of(minorBefore, "USD"),
                Money.of(minor, "USD"));
        return new TimesheetCorrected(ID, "Labels", 1, 3, LEAD.subject(), WHY, List.of(line), NOW);
    }

    private static Iterable<Hand> hands(DomainEvent event) {
        return new TimeHands().fold(List.of(new Recorded(1, "e", event.streamId(), 0, NOW, event, "lead", null)));
    }
}
