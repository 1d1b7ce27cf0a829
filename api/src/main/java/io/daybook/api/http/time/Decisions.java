package io.daybook.api.http.time;

import io.daybook.api.eventlog.EventLog;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetEvent.DisputeSettled;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetDisputed;
import io.daybook.timesheet.TimesheetEvent.TimesheetRejected;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people decided about a sheet, who and why, as the log has it: for sheets from before, too. */
@Component
final class Decisions {
    private final ObjectProvider<EventLog> log;
    private final PersonVault vault;

    Decisions(ObjectProvider<EventLog> log, PersonVault vault) {
        this.log = log;
        this.vault = vault;
    }

    enum What {
        APPROVED,
        REJECTED,
        DISPUTED,
        SETTLED,
        CORRECTED
    }

    /** @param reason null where none was given, and once the person's key has been destroyed */
    record Decision(
            What what, int revision, Subject by, @Nullable String reason, Instant at) {}

    /** The first first. */
    List<Decision> of(TimesheetId sheet) {
        return log.getObject().history(sheet.value()).stream()
                .flatMap(fact -> decision(fact).stream())
                .toList();
    }

    private Optional<Decision> decision(Recorded fact) {
        return switch (fact.event()) {
            case TimesheetApproved e ->
                Optional.of(new Decision(What.APPROVED, e.revision(), e.approver(), null, e.occurredAt()));
            case TimesheetRejected e ->
                Optional.of(new Decision(What.REJECTED, e.revision(), e.approver(), text(e.reason()), e.occurredAt()));
            case TimesheetDisputed e ->
                Optional.of(new Decision(What.DISPUTED, e.revision(), e.by(), text(e.reason()), e.occurredAt()));
            case DisputeSettled e ->
                Optional.of(new Decision(What.SETTLED, e.revision(), e.approver(), null, e.occurredAt()));
            case TimesheetCorrected e ->
                Optional.of(new Decision(What.CORRECTED, e.revision(), e.approver(), text(e.reason()), e.occurredAt()));
            default -> Optional.empty();
        };
    }

    private @Nullable String text(@Nullable Sealed reason) {
        return reason == null ? null : vault.open(reason).orElse(null);
    }
}
