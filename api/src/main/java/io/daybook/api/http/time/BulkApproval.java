package io.daybook.api.http.time;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.api.watch.Watch;
import io.daybook.contractor.Actor;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.Subject;
import io.daybook.timesheet.TimesheetCommand.ApproveTimesheet;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetView.Revision;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Approves the submitted timesheets of a filter or of a list, on the caller's projects only. */
@Component
final class BulkApproval implements OperationKind {
    private final TimesheetViews timesheets;
    private final EngagementViews engagements;
    private final BulkOrders orders;
    private final InstantSource clock;

    BulkApproval(
            TimesheetViews timesheets,
            EngagementViews engagements,
            Commands commands,
            Consequences consequences,
            InstantSource clock,
            Watch watch) {
        this.timesheets = timesheets;
        this.engagements = engagements;
        this.orders = new BulkOrders(commands, consequences, watch);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "timesheet-approvals";
    }

    @Override
    public void carryOut(OperationRun run) throws InterruptedException {
        BulkInput input = run.input(BulkInput.class);
        Actor approver = input.actor(run.owner());
        orders.awaitViews();
        List<BulkInput.Sheet> listed = input.sheets();
        if (listed == null) approveFiltered(run, input, approver);
        else approveListed(run, input.projects(), listed, approver);
        orders.awaitViews();
    }

    private void approveFiltered(OperationRun run, BulkInput input, Actor approver) throws InterruptedException {
        Filter filter = input.filterOrAll().in(TimesheetStatus.SUBMITTED, input.projects());
        run.total(timesheets.count(filter));
        List<Revision> chunk = timesheets.revisions(filter, null, BulkOrders.CHUNK);
        while (!chunk.isEmpty()) {
            approve(run, chunk, approver);
            chunk = timesheets.revisions(filter, chunk.getLast().id(), BulkOrders.CHUNK);
        }
    }

    private void approveListed(
            OperationRun run, @Nullable List<String> projects, List<BulkInput.Sheet> listed, Actor approver)
            throws InterruptedException {
        run.total(listed.size());
        for (int from = 0; from < listed.size(); from += BulkOrders.CHUNK) {
            List<Revision> chunk = new ArrayList<>();
            for (BulkInput.Sheet sheet : listed.subList(from, Math.min(listed.size(), from + BulkOrders.CHUNK))) {
                Optional<Revision> seen = find(sheet, projects);
                if (seen.isPresent()) chunk.add(seen.get());
                else run.failed(sheet.id(), "not-found", "There is no such timesheet.");
            }
            approve(run, chunk, approver);
        }
    }

    private Optional<Revision> find(BulkInput.Sheet sheet, @Nullable List<String> projects) {
        try {
            return timesheets
                    .byId(new TimesheetId(sheet.id()))
                    .filter(view -> projects == null || projects.contains(view.project()))
                    .map(TimesheetView::id)
                    .map(id -> new Revision(id, sheet.revision()));
        } catch (IllegalArgumentException | DateTimeException notAnId) {
            return Optional.empty();
        }
    }

    private void approve(OperationRun run, List<Revision> chunk, Actor approver) throws InterruptedException {
        Map<EngagementId, EngagementView> known = engagements.byIds(
                chunk.stream().map(sheet -> sheet.id().engagement()).collect(Collectors.toSet()));
        Map<TimesheetId, Set<Subject>> hands =
                timesheets.hands(chunk.stream().map(Revision::id).toList());
        orders.send(run, chunk, sheet -> {
            EngagementView engagement = known.get(sheet.id().engagement());
            if (engagement == null) throw new IllegalStateException(sheet.id() + " has no engagement");
            return new ApproveTimesheet(
                    sheet.id(),
                    sheet.revision(),
                    approver,
                    engagement.terms(),
                    hands.getOrDefault(sheet.id(), Set.of()),
                    clock.instant());
        });
    }
}
