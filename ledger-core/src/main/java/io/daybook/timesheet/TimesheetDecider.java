package io.daybook.timesheet;

import static io.daybook.kernel.Decision.accept;
import static io.daybook.kernel.Decision.reject;

import io.daybook.contractor.Actor;
import io.daybook.engagement.Terms;
import io.daybook.kernel.Decider;
import io.daybook.kernel.Decision;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetCommand.CorrectTimesheet;
import io.daybook.timesheet.TimesheetCommand.DisputeTimesheet;
import io.daybook.timesheet.TimesheetCommand.LockTimesheet;
import io.daybook.timesheet.TimesheetCommand.OpenTimesheet;
import io.daybook.timesheet.TimesheetCommand.Opening;
import io.daybook.timesheet.TimesheetCommand.RecordTimeEntries;
import io.daybook.timesheet.TimesheetCommand.RejectTimesheet;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetEvent.TimesheetReopened;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import io.daybook.timesheet.TimesheetRejection.CurrencyMismatch;
import io.daybook.timesheet.TimesheetRejection.EntriesRefused;
import io.daybook.timesheet.TimesheetRejection.NeedsSecondPerson;
import io.daybook.timesheet.TimesheetRejection.NoRate;
import io.daybook.timesheet.TimesheetRejection.NotNow;
import io.daybook.timesheet.TimesheetRejection.NothingRecorded;
import io.daybook.timesheet.TimesheetRejection.StaleRevision;
import io.daybook.timesheet.TimesheetRejection.UnknownTimesheet;
import io.daybook.timesheet.TimesheetState.Opened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules about one timesheet. */
final class TimesheetDecider {
    static final Decider<TimesheetCommand, TimesheetState, TimesheetEvent> DECIDER =
            new Decider<>(TimesheetState.UNKNOWN, TimesheetDecider::decide, TimesheetEvolution::evolve);

    private TimesheetDecider() {}

    static Decision<TimesheetEvent> decide(TimesheetState state, TimesheetCommand command) {
        Opened opened = state.opened();
        if (opened == null)
            return switch (command) {
                case OpenTimesheet c -> accept(opened(c.timesheet(), c.opening(), c.at()));
                case RecordTimeEntries c -> begin(c);
                case TimesheetCommand c -> reject(new UnknownTimesheet(c.timesheet()));
            };
        return switch (command) {
            case OpenTimesheet c -> accept();
            case RecordTimeEntries c -> record(state, opened, c);
            case SubmitTimesheet c -> submit(state, c);
            case ApproveTimesheet c -> approve(state, opened, c);
            case RejectTimesheet c -> rejectSheet(state, c);
            case DisputeTimesheet c -> dispute(state, c);
            case CorrectTimesheet c -> Corrections.correct(state, opened, c);
            case LockTimesheet c ->
                state.approved() && !state.locked() ? accept(new TimesheetLocked(c.timesheet(), c.at())) : accept();
        };
    }

    private static TimesheetOpened opened(TimesheetId timesheet, Opening opening, Instant at) {
        return new TimesheetOpened(timesheet, opening.project(), opening.period(), opening.currency(), at);
    }

    private static Decision<TimesheetEvent> begin(RecordTimeEntries c) {
        TimesheetOpened opened = opened(c.timesheet(), c.opening(), c.at());
        TimesheetState begun = TimesheetEvolution.evolve(TimesheetState.UNKNOWN, opened);
        return c.entries().isEmpty()
                ? accept()
                : record(
                        begun,
                        new Opened(
                                c.opening().project(),
                                c.opening().period(),
                                c.opening().currency()),
                        c,
                        List.of(opened));
    }

    private static Decision<TimesheetEvent> record(TimesheetState state, Opened opened, RecordTimeEntries c) {
        boolean reopens = state.status() == TimesheetStatus.REJECTED && !state.locked();
        return record(state, opened, c, reopens ? List.of(new TimesheetReopened(c.timesheet(), c.at())) : List.of());
    }

    private static Decision<TimesheetEvent> record(
            TimesheetState state, Opened opened, RecordTimeEntries c, List<? extends TimesheetEvent> before) {
        if (!c.terms().currency().equals(opened.currency()))
            return reject(new CurrencyMismatch(c.timesheet(), opened.currency()));
        EntryRules rules = new EntryRules(state, opened.period(), c.terms());
        if (state.approved() || state.locked()) rules.offerLocked(c.entries(), state.status());
        else rules.offer(c.entries());
        if (!rules.refusals().isEmpty()) return reject(new EntriesRefused(rules.refusals()));
        if (rules.taken().isEmpty()) return accept();
        List<TimesheetEvent> facts = new ArrayList<>(before);
        facts.addAll(recorded(state, c.timesheet(), rules.taken(), c.at()));
        return accept(facts);
    }

    static List<TimeEntryRecorded> recorded(
            TimesheetState state, TimesheetId timesheet, List<TimeEntry> entries, Instant at) {
        List<TimeEntryRecorded> facts = new ArrayList<>();
        for (TimeEntry entry : entries)
            facts.add(new TimeEntryRecorded(timesheet, entry, state.revision() + facts.size() + 1, at));
        return facts;
    }

    private static Decision<TimesheetEvent> submit(TimesheetState state, SubmitTimesheet c) {
        var submitted = new TimesheetSubmitted(
                c.timesheet(), state.revision(), c.submitter().subject(), c.at());
        return switch (state.status()) {
            case OPEN -> state.seconds() == 0 ? reject(new NothingRecorded(c.timesheet())) : accept(submitted);
            case SUBMITTED -> accept();
            case REJECTED ->
                state.locked() || state.seconds() == 0
                        ? reject(new NotNow(c.timesheet(), state.status()))
                        : accept(new TimesheetReopened(c.timesheet(), c.at()), submitted);
            case APPROVED, DISPUTED, LOCKED -> reject(new NotNow(c.timesheet(), state.status()));
        };
    }

    private static Decision<TimesheetEvent> approve(TimesheetState state, Opened opened, ApproveTimesheet c) {
        if (mayNotApprove(state, c.timesheet(), c.approver())) return reject(new NeedsSecondPerson(c.timesheet()));
        boolean settles = state.status() == TimesheetStatus.DISPUTED && state.approved();
        boolean stands = state.approved() && !settles;
        if (!stands
                && !settles
                && state.status() != TimesheetStatus.SUBMITTED
                && state.status() != TimesheetStatus.DISPUTED) return reject(new NotNow(c.timesheet(), state.status()));
        if (c.revision() != state.revision()) return reject(new StaleRevision(c.timesheet(), state.revision()));
        if (stands) return accept();
        if (settles)
            return accept(new DisputeSettled(
                    c.timesheet(), state.revision(), c.approver().subject(), c.at()));
        return price(state, opened, c);
    }

    private static Decision<TimesheetEvent> price(TimesheetState state, Opened opened, ApproveTimesheet c) {
        Terms terms = c.terms();
        if (c.hands().contains(c.approver().subject())) return reject(new NeedsSecondPerson(c.timesheet()));
        if (!terms.currency().equals(opened.currency()))
            return reject(new CurrencyMismatch(c.timesheet(), opened.currency()));
        Optional<LocalDate> unpriceable = Pricing.firstWithoutRate(state.lines(), terms);
        if (unpriceable.isPresent()) return reject(new NoRate(unpriceable.get()));
        return accept(new TimesheetApproved(
                c.timesheet(),
                opened.project(),
                state.revision(),
                c.approver().subject(),
                Pricing.price(state.lines(), terms),
                c.at()));
    }

    private static Decision<TimesheetEvent> rejectSheet(TimesheetState state, RejectTimesheet c) {
        if (mayNotApprove(state, c.timesheet(), c.approver())) return reject(new NeedsSecondPerson(c.timesheet()));
        if (state.status() != TimesheetStatus.SUBMITTED && state.status() != TimesheetStatus.DISPUTED)
            return reject(new NotNow(c.timesheet(), state.status()));
        if (c.revision() != state.revision()) return reject(new StaleRevision(c.timesheet(), state.revision()));
        List<TimesheetEvent> facts = new ArrayList<>(Corrections.takeBack(state, c));
        facts.add(new TimesheetRejected(
                c.timesheet(), state.revision() + facts.size(), c.approver().subject(), c.reason(), c.at()));
        return accept(facts);
    }

    private static Decision<TimesheetEvent> dispute(TimesheetState state, DisputeTimesheet c) {
        return switch (state.status()) {
            case SUBMITTED, APPROVED ->
                accept(new TimesheetDisputed(
                        c.timesheet(), state.revision() + 1, c.by().subject(), c.reason(), c.at()));
            case DISPUTED -> accept();
            case OPEN, REJECTED, LOCKED -> reject(new NotNow(c.timesheet(), state.status()));
        };
    }

    /** Nobody decides on their own time, nor on what they submitted; and it takes somebody known. */
    static boolean mayNotApprove(TimesheetState state, TimesheetId timesheet, Actor approver) {
        Subject subject = approver.subject();
        return !subject.isSomebody() || approver.is(timesheet.contractor()) || subject.equals(state.submitter());
    }
}
