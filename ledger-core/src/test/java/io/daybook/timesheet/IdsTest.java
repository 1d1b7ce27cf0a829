package io.daybook.timesheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.contractor.ContractorId;
import io.daybook.contractor.HoldId;
import io.daybook.engagement.EngagementId;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void a_timesheets_id_tells_engagement_contractor_and_period() {
        assertThat(Sheet.ID.engagement()).isEqualTo(Sheet.ENGAGEMENT);
        assertThat(Sheet.ID.contractor()).isEqualTo(Sheet.ANA);
        assertThat(Sheet.ID.from()).isEqualTo(Sheet.MONDAY);
        assertThat(Sheet.ENGAGEMENT.contractor()).isEqualTo(Sheet.ANA);
    }

    @Test
    void facts_concern_the_contractor_whose_stream_it_is() {
        assertThat(Sheet.OPENED.streamId()).isEqualTo(Sheet.ID.value());
        assertThat(Sheet.OPENED.person()).isEqualTo(Sheet.ANA.person());
    }

    @Test
    void an_id_shows_no_reference_and_differs_by_it() {
        assertThat(ContractorId.of("ana").value()).doesNotContain("ana-").hasSize("contractor-".length() + 26);
        assertThat(ContractorId.of("ana")).isNotEqualTo(ContractorId.of("bea"));
        assertThat(HoldId.of("a", "bc")).isNotEqualTo(HoldId.of("ab", "c"));
    }

    @Test
    void an_id_of_another_kind_is_refused() {
        assertThatThrownBy(() -> new ContractorId("engagement-x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EngagementId("engagement-x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimesheetId("timesheet-2026-05-04")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TimeEntryId("time-short")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HoldId("hold-")).isInstanceOf(IllegalArgumentException.class);
    }
}
