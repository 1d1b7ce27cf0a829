package io.daybook.api.http.time;

import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.PersonVault;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds timesheets as a caller may: their own, those of the projects they approve, or all. */
@Component
final class Timesheets {
    private final TimesheetViews timesheets;
    private final EngagementViews engagements;
    private final ContractorRefs refs;
    private final PersonVault vault;
    private final Decisions decisions;

    Timesheets(
            TimesheetViews timesheets,
            EngagementViews engagements,
            ContractorRefs refs,
            PersonVault vault,
            Decisions decisions) {
        this.decisions = decisions;
        this.timesheets = timesheets;
        this.engagements = engagements;
        this.refs = refs;
        this.vault = vault;
    }

    TimesheetView readable(Caller caller, String id) {
        return find(id).filter(view -> caller.sees(view.contractor()) || caller.approves(view.project()))
                .orElseThrow(Timesheets::missing);
    }

    TimesheetView own(Caller caller, String id) {
        return find(id).filter(view -> caller.is(view.contractor())).orElseThrow(Timesheets::missing);
    }

    TimesheetView approvable(Caller caller, String id) {
        return find(id).filter(view -> caller.approves(view.project())).orElseThrow(Timesheets::missing);
    }

    TimesheetJson show(TimesheetId id) {
        return show(timesheets.byId(id).orElseThrow(Timesheets::missing));
    }

    TimesheetJson show(TimesheetView view) {
        return TimesheetJson.of(
                view,
                refs.of(view.contractor()),
                timesheets.entries(view.id()).stream()
                        .map(entry -> TimesheetJson.Entry.of(entry, vault))
                        .toList(),
                decisions.of(view.id()));
    }

    EngagementView engagement(TimesheetView view) {
        return engagements
                .byId(view.id().engagement())
                .orElseThrow(() -> new IllegalStateException(view.id() + " has no engagement"));
    }

    private Optional<TimesheetView> find(String id) {
        try {
            return timesheets.byId(new TimesheetId(id));
        } catch (RuntimeException notAnId) {
            if (notAnId instanceof IllegalArgumentException || notAnId instanceof java.time.DateTimeException)
                return Optional.empty();
            throw notAnId;
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("timesheet");
    }
}
