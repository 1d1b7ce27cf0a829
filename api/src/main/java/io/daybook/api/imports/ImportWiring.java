package io.daybook.api.imports;

import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.PersonalData;
import io.daybook.engagement.EngagementViews;
import io.daybook.kernel.Commands;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.ProjectionProgress;
import io.daybook.timesheet.overlap.WorkedIntervals;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/** What imports need of the rest, and how their parts fit together. */
record ImportWiring(
        Commands commands,
        ContractorViews contractors,
        EngagementViews engagements,
        ProjectionProgress views,
        PersonVault vault,
        PayCalendar calendar,
        WorkedIntervals worked,
        InstantSource clock,
        Duration destinationCoolDown,
        ExecutorService workers) {

    ImportJob job(ImportStore store) {
        return new ImportJob(store, rosterRows(store), timeRows(store), views, clock, workers);
    }

    private RosterRowHandler rosterRows(ImportStore store) {
        RosterOrders orders = new RosterOrders(commands, vault, clock, destinationCoolDown);
        return new RosterRowHandler(contractors, engagements, views, vault, store.applied(), orders, workers);
    }

    private TimeRowHandler timeRows(ImportStore store) {
        People people = new People(contractors, new PersonalData(vault));
        EntryRecorder recorder = new EntryRecorder(commands, worked, store.entries(), clock, workers);
        return new TimeRowHandler(people, engagements, vault, calendar, store.entries(), store.seen(), recorder);
    }
}
