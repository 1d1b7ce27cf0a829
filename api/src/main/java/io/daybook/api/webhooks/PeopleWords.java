package io.daybook.api.webhooks;

import io.daybook.contractor.ContractorEvent;
import io.daybook.contractor.ContractorEvent.BlockingReasonCleared;
import io.daybook.contractor.ContractorEvent.BlockingReasonRaised;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Recorded;
import io.daybook.timesheet.TimesheetEvent;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetLocked;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetEvent.TimesheetReopened;
import io.daybook.timesheet.TimesheetEvent.TimesheetSubmitted;
import java.util.Optional;

/** What is said about contractors and their time: never who they are, nor why something was decided about them. */
final class PeopleWords {
    private PeopleWords() {}

    static Optional<Body> of(Recorded fact, TimesheetEvent event) {
        return switch (event) {
            case TimesheetSubmitted e -> sheet(MessageType.TIMESHEET_SUBMITTED, fact, e, e.revision());
            case TimesheetApproved e -> sheet(MessageType.TIMESHEET_APPROVED, fact, e, e.revision());
            case DisputeSettled e -> sheet(MessageType.TIMESHEET_APPROVED, fact, e, e.revision());
            case TimesheetRejected e -> sheet(MessageType.TIMESHEET_REJECTED, fact, e, e.revision());
            case TimesheetDisputed e -> sheet(MessageType.TIMESHEET_DISPUTED, fact, e, e.revision());
            case TimesheetCorrected e -> sheet(MessageType.TIMESHEET_CORRECTED, fact, e, e.revision());
            case TimesheetOpened e -> Optional.empty();
            case TimeEntryRecorded e -> Optional.empty();
            case TimesheetReopened e -> Optional.empty();
            case TimesheetLocked e -> Optional.empty();
        };
    }

    static Optional<Body> of(Recorded fact, ContractorEvent event) {
        return switch (event) {
            case ContractorRegistered e -> say(MessageType.CONTRACTOR_REGISTERED, fact, e);
            case BlockingReasonRaised e -> say(MessageType.CONTRACTOR_PAYABILITY_CHANGED, fact, e);
            case BlockingReasonCleared e -> say(MessageType.CONTRACTOR_PAYABILITY_CHANGED, fact, e);
            case PayoutDestinationProposed e -> say(MessageType.CONTRACTOR_DESTINATION_PROPOSED, fact, e);
            case PayoutDestinationSet e ->
                say(MessageType.CONTRACTOR_DESTINATION_CHANGED, fact, e)
                        .map(body -> body.with("version", e.version())
                                .with("coolsDownUntil", e.coolsDownUntil().toString()));
            case HoldPlaced e -> hold(MessageType.CONTRACTOR_HOLD_PLACED, fact, e, e.hold());
            case HoldLifted e -> hold(MessageType.CONTRACTOR_HOLD_LIFTED, fact, e, e.hold());
            case ContractorDetailsChanged e -> Optional.empty();
            case PayoutDestinationApproved e -> Optional.empty();
        };
    }

    private static Optional<Body> sheet(MessageType type, Recorded fact, TimesheetEvent event, int revision) {
        return Optional.of(Body.of(type, fact)
                .with("timesheet", event.timesheet().value())
                .with("contractor", event.timesheet().contractor().value())
                .with("revision", revision));
    }

    private static Optional<Body> hold(MessageType type, Recorded fact, ContractorEvent event, HoldId hold) {
        return say(type, fact, event).map(body -> body.with("hold", hold.value()));
    }

    private static Optional<Body> say(MessageType type, Recorded fact, ContractorEvent event) {
        return Optional.of(
                Body.of(type, fact).with("contractor", event.contractor().value()));
    }
}
