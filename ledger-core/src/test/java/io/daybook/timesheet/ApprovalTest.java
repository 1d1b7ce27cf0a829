package io.daybook.timesheet;

import static io.daybook.timesheet.Sheet.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.Actor;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Spec;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetEvent.TimesheetReopened;
import io.daybook.timesheet.TimesheetRejection.NeedsSecondPerson;
import io.daybook.timesheet.TimesheetRejection.NoRate;
import io.daybook.timesheet.TimesheetRejection.NotNow;
import io.daybook.timesheet.TimesheetRejection.StaleRevision;
import io.daybook.timesheet.TimesheetRejection.UnknownTimesheet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApprovalTest {
    /** 1:00:01 at 45.00 an hour: 4501.25 cents. */
    private static final TimeEntry HOUR = entry("hour", 0, 3601);

    private static final TimeEntry DAY = entry("day", 1, 8 * 3600);

    private final Spec<TimesheetCommand, TimesheetState, TimesheetEvent> sheet = new Spec<>(TimesheetDecider.DECIDER);
    private final Spec.Given<TimesheetCommand, TimesheetState, TimesheetEvent> open =
            sheet.given(OPENED, recorded(HOUR, 1), recorded(DAY, 2));
    private final Spec.Given<TimesheetCommand, TimesheetState, TimesheetEvent> waiting =
            open.when(submit()).then(submitted(2));
    private final Spec.Given<TimesheetCommand, TimesheetState, TimesheetEvent> approved =
            waiting.when(approve(2, LEAD)).then(Sheet.approved(2, priced(HOUR, 45_01), priced(DAY, 360_00)));

    @Test
    void an_approval_prices_every_entry_by_itself() {
        assertThat(approved.state().status()).isEqualTo(TimesheetStatus.APPROVED);
        approved.when(approve(2, LEAD)).thenNothing();
    }

    @Test
    void entries_around_a_new_rate_each_have_the_rate_of_their_day() {
        Terms terms = new Terms(USD, null, List.of(RATE, rate(2, 90_00, DAY.workDate())), null);
        var facts = waiting.when(new ApproveTimesheet(ID, 2, LEAD, terms, Set.of(), NOW))
                .facts();
        assertThat(facts)
                .singleElement()
                .isInstanceOfSatisfying(
                        TimesheetEvent.TimesheetApproved.class,
                        fact -> assertThat(fact.lines())
                                .extracting(line -> line.amount().minor())
                                .containsExactly(45_01L, 720_00L));
    }

    @Test
    void an_approval_names_the_revision_seen() {
        waiting.when(approve(1, LEAD)).thenRejected(new StaleRevision(ID, 2));
    }

    @Test
    void nobody_approves_their_own_time_or_what_they_submitted() {
        waiting.when(approve(2, SELF)).thenRejected(new NeedsSecondPerson(ID));
        waiting.when(approve(2, new Actor(new Subject("ana at work"), ANA))).thenRejected(new NeedsSecondPerson(ID));
        waiting.when(approve(2, Actor.staff(SELF.subject()))).thenRejected("needs-second-person");
    }

    @Test
    void only_submitted_time_is_approved() {
        sheet.given().when(approve(0, LEAD)).thenRejected(new UnknownTimesheet(ID));
        open.when(approve(2, LEAD)).thenRejected(new NotNow(ID, TimesheetStatus.OPEN));
    }

    @Test
    void an_approval_without_a_rate_in_force_is_refused() {
        Terms ended = new Terms(USD, null, TERMS.rates(), MONDAY);
        waiting.when(new ApproveTimesheet(ID, 2, LEAD, ended, Set.of(), NOW)).thenRejected(new NoRate(DAY.workDate()));
    }

    @Test
    void who_recorded_any_of_it_or_agreed_its_rate_does_not_approve_it_whoever_submitted_it() {
        waiting.when(new ApproveTimesheet(ID, 2, LEAD, TERMS, Set.of(LEAD.subject()), NOW))
                .thenRejected(new NeedsSecondPerson(ID));
        waiting.when(new ApproveTimesheet(ID, 2, Actor.staff(Subject.LOCAL_COMMAND), TERMS, Set.of(), NOW))
                .thenRejected(new NeedsSecondPerson(ID));
        waiting.when(new ApproveTimesheet(ID, 2, LEAD, TERMS, Set.of(new Subject("importer")), NOW))
                .and();
    }

    @Test
    void nothing_is_submitted_where_nothing_is_recorded() {
        sheet.given(OPENED).when(submit()).thenRejected("illegal-state");
        sheet.given().when(submit()).thenRejected("not-found");
        waiting.when(submit()).thenNothing();
        approved.when(submit()).thenRejected("illegal-state");
    }

    @Test
    void a_rejected_sheet_is_submitted_again() {
        waiting.when(rejectSheet(2))
                .then(new TimesheetRejected(ID, 2, LEAD.subject(), WHY, NOW))
                .when(approve(2, LEAD))
                .thenRejected("illegal-state");
        waiting.when(rejectSheet(2)).and().when(submit()).then(new TimesheetReopened(ID, NOW), submitted(2));
        waiting.when(rejectSheet(1)).thenRejected("stale-revision");
        open.when(rejectSheet(2)).thenRejected("illegal-state");
    }

    @Test
    void a_dispute_before_approval_is_settled_by_approving() {
        waiting.when(dispute(WHY))
                .then(new TimesheetDisputed(ID, 3, SELF.subject(), WHY, NOW))
                .when(approve(3, LEAD))
                .then(Sheet.approved(3, priced(HOUR, 45_01), priced(DAY, 360_00)));
    }

    @Test
    void a_dispute_after_approval_is_settled_without_pricing_again() {
        approved.when(dispute(null))
                .then(new TimesheetDisputed(ID, 3, SELF.subject(), null, NOW))
                .when(dispute(null))
                .thenNothing()
                .when(approve(3, LEAD))
                .then(new DisputeSettled(ID, 3, LEAD.subject(), NOW));
        open.when(dispute(null)).thenRejected("illegal-state");
    }

    @Test
    void a_payout_locks_an_approved_sheet_once() {
        var locked = approved.when(new LockTimesheet(ID, NOW)).then(new TimesheetLocked(ID, NOW));
        locked.when(new LockTimesheet(ID, NOW)).thenNothing();
        locked.when(dispute(null)).thenRejected(new NotNow(ID, TimesheetStatus.LOCKED));
        open.when(new LockTimesheet(ID, NOW)).thenNothing();
    }

    @Test
    void a_lock_during_a_dispute_holds_after_it() {
        var settled = approved.when(dispute(null))
                .and()
                .when(new LockTimesheet(ID, NOW))
                .and()
                .when(approve(3, LEAD))
                .and();
        assertThat(settled.state().status()).isEqualTo(TimesheetStatus.LOCKED);
    }

    @Test
    void a_sheet_locked_and_then_rejected_stays_closed() {
        var rejected = approved.when(dispute(null))
                .and()
                .when(new LockTimesheet(ID, NOW))
                .and()
                .when(rejectSheet(3))
                .and();
        rejected.when(Sheet.record(entry("late", 2, 60))).thenRejected("period-locked");
        rejected.when(submit()).thenRejected("illegal-state");
    }
}
