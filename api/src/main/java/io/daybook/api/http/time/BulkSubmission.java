package io.daybook.api.http.time;

import io.daybook.api.eventlog.Consequences;
import io.daybook.api.operations.OperationKind;
import io.daybook.api.operations.OperationRun;
import io.daybook.api.watch.Watch;
import io.daybook.contractor.Actor;
import io.daybook.kernel.Commands;
import io.daybook.timesheet.TimesheetCommand.SubmitTimesheet;
import io.daybook.timesheet.TimesheetStatus;
import io.daybook.timesheet.TimesheetView.Revision;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Submits every open timesheet of a filter. */
@Component
final class BulkSubmission implements OperationKind {
    private final TimesheetViews timesheets;
    private final BulkOrders orders;
    private final InstantSource clock;

    BulkSubmission(
            TimesheetViews timesheets, Commands commands, Consequences consequences, InstantSource clock, Watch watch) {
        this.timesheets = timesheets;
        this.orders = new BulkOrders(commands, consequences, watch);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "timesheet-submissions";
    }

    @Override
    public void carryOut(OperationRun run) throws InterruptedException {
        BulkInput input = run.input(BulkInput.class);
        Filter filter = input.filterOrAll().in(TimesheetStatus.OPEN, null);
        Actor submitter = input.actor(run.owner());
        orders.awaitViews();
        run.total(timesheets.count(filter));
        List<Revision> chunk = timesheets.revisions(filter, null, BulkOrders.CHUNK);
        while (!chunk.isEmpty()) {
            orders.send(run, chunk, sheet -> new SubmitTimesheet(sheet.id(), submitter, clock.instant()));
            chunk = timesheets.revisions(filter, chunk.getLast().id(), BulkOrders.CHUNK);
        }
        orders.awaitViews();
    }
}
