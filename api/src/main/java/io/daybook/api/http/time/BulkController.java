package io.daybook.api.http.time;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Texts;
import io.daybook.api.http.request.Write;
import io.daybook.api.http.time.BulkInput.Sheet;
import io.daybook.api.operations.Operation;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.Operations;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorId;
import io.daybook.timesheet.TimesheetStatus;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Submits or approves many timesheets: answers at once, and goes on as an operation. */
@RestController
@RequestMapping("/api/v1/timesheets")
final class BulkController {
    private final Operations operations;
    private final BulkSubmission submission;
    private final BulkApproval approval;
    private final PayCalendar calendar;

    BulkController(Operations operations, BulkSubmission submission, BulkApproval approval, PayCalendar calendar) {
        this.calendar = calendar;
        this.operations = operations;
        this.submission = submission;
        this.approval = approval;
    }

    record Submissions(BulkFilter filter) {}

    /** Either of the two. */
    record Approvals(@Nullable BulkFilter filter, @Nullable List<Sheet> timesheets) {}

    @PostMapping("/submissions")
    ResponseEntity<Operation> submit(Write write, @RequestBody Submissions body) {
        only(TimesheetStatus.OPEN, body.filter());
        return start(write, submission, input(write, body.filter(), null));
    }

    @PostMapping("/approvals")
    ResponseEntity<Operation> approve(Write write, @RequestBody Approvals body) {
        BulkFilter filter = body.filter();
        if ((filter == null) == (body.timesheets() == null))
            throw ProblemException.at("", "missing-field", "Approve by a filter or by a list of timesheets.");
        if (filter != null) only(TimesheetStatus.SUBMITTED, filter);
        return start(write, approval, input(write, filter, body.timesheets()));
    }

    private ResponseEntity<Operation> start(Write write, OperationKind kind, BulkInput input) {
        Operation operation = operations.start(
                "operation-" + write.key(), kind, write.caller().subject(), input);
        write.accepted();
        return ResponseEntity.accepted()
                .header(
                        HttpHeaders.LOCATION,
                        URI.create("/api/v1/operations/" + operation.id()).toString())
                .body(operation);
    }

    private static BulkInput input(Write write, @Nullable BulkFilter filter, @Nullable List<Sheet> sheets) {
        ContractorId self = write.caller().contractor();
        return new BulkInput(self == null ? null : self.value(), write.caller().approvedProjects(), filter, sheets);
    }

    private void only(TimesheetStatus taken, BulkFilter filter) {
        if (filter.isEmpty())
            throw ProblemException.at(
                    "/filter",
                    "missing-field",
                    "Say which: by project, by period or both; by status " + taken + " all.");
        Texts.optional("/filter/project", filter.project(), 200);
        if (filter.status() != null && filter.status() != taken)
            throw ProblemException.at("/filter/status", "bad-value", "This takes " + taken + " timesheets only.");
        if (filter.period() != null)
            Weeks.notAFirstDay(calendar, filter.period()).ifPresent(fault -> {
                throw ProblemException.at("/filter/period", "bad-value", "The period " + fault + ".");
            });
    }
}
