package io.daybook.api.http.time;

import io.daybook.api.http.people.ContractorRefs;
import io.daybook.api.http.people.People;
import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.PersonVault;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetView;
import io.daybook.timesheet.TimesheetViews;
import io.daybook.timesheet.TimesheetViews.Filter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds timesheets as a caller may: their own, those of the projects they approve, or all. */
@Component
final class Timesheets {
    private final TimesheetViews timesheets;
    private final EngagementViews engagements;
    private final People people;
    private final ContractorRefs refs;
    private final PersonVault vault;
    private final Decisions decisions;

    Timesheets(
            TimesheetViews timesheets,
            EngagementViews engagements,
            People people,
            ContractorRefs refs,
            PersonVault vault,
            Decisions decisions) {
        this.decisions = decisions;
        this.timesheets = timesheets;
        this.engagements = engagements;
        this.people = people;
        this.refs = refs;
        this.vault = vault;
    }

    TimesheetView readable(Caller caller, String id) {
        return find(id).filter(view -> caller.sees(view.contractor()) || caller.approves(view.project()))
                .orElseThrow(Timesheets::missing);
    }

    /**
     * Narrows what is asked for to what the caller may see. Errors: {@code not-found} for a contractor unknown or somebody
     * else; to an approver either has no timesheets.
     */
    Filter readable(Caller caller, Filter asked, @Nullable String contractor) {
        if (caller.seesEverybody())
            return with(
                    asked,
                    contractor == null ? null : people.named(caller, contractor).id(),
                    null);
        ContractorId wanted = contractor == null ? null : named(contractor);
        ContractorId self = caller.contractor();
        boolean own = self != null && caller.is(self) && (wanted == null || wanted.equals(self));
        boolean approves = caller.hasAny(Role.APPROVER);
        if (own && (!approves || wanted != null)) return with(asked, self, null);
        if (!approves) throw ProblemException.notFound("contractor");
        return with(asked, wanted, caller.approvedProjects());
    }

    private static ContractorId named(String idOrReference) {
        return ContractorId.read(idOrReference).orElseGet(() -> ContractorId.of(idOrReference));
    }

    private static Filter with(Filter asked, @Nullable ContractorId contractor, @Nullable List<String> projects) {
        return new Filter(
                asked.status(), asked.project(), asked.period(), contractor, projects, asked.from(), asked.to());
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
