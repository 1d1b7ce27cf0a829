package io.daybook.explain;

import io.daybook.account.AccountEdgeViews.Moment;
import io.daybook.account.AccountEdgeViews.Part;
import io.daybook.account.AccountEdgeViews.Used;
import io.daybook.account.AccountEntryId;
import io.daybook.account.AccountEntryView;
import io.daybook.account.AccountEvent;
import io.daybook.account.AdjustmentId;
import io.daybook.account.EntryUse;
import io.daybook.account.PayoutId;
import io.daybook.engagement.EngagementId;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.kernel.Recorded;
import io.daybook.payout.PayoutBatchId;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads all rows that an explanation needs: the same few queries however many entries of time it ends in, and once more for
 * each payout that came back and was paid again.
 */
final class Gathering {
    /** Payouts of what came back of payouts of what came back …: beyond so many the tree says where it goes on. */
    private static final int ROUNDS = 8;

    private static final List<String> NAMES = List.of(
            "TimesheetApproved",
            "TimesheetCorrected",
            "TimeEntryRecorded",
            "RateAgreed",
            "BatchFrozen",
            "BatchApproved",
            "BatchReleased");

    private final Sources sources;
    private final Evidence evidence = new Evidence();
    private final Wanted<PayoutId> payouts = new Wanted<>();
    private final Wanted<AccountEntryId> entries = new Wanted<>();
    private final Wanted<AdjustmentId> adjustments = new Wanted<>();
    private final Wanted<Long> positions = new Wanted<>();
    private final Wanted<String> streams = new Wanted<>();

    private Gathering(Sources sources) {
        this.sources = sources;
    }

    static Evidence gather(Sources sources, Root root) {
        Gathering gathering = new Gathering(sources);
        gathering.begin(root);
        for (int round = 0; round < ROUNDS && gathering.goesOn(); round++) gathering.round();
        return gathering.evidence;
    }

    /** What is still to be looked for; nothing twice. */
    private static final class Wanted<T> {
        private final Set<T> seen = new HashSet<>();
        private Set<T> next = new LinkedHashSet<>();

        void add(T one) {
            if (seen.add(one)) next.add(one);
        }

        Set<T> take() {
            Set<T> now = next;
            next = new LinkedHashSet<>();
            return now;
        }

        boolean isEmpty() {
            return next.isEmpty();
        }
    }

    private boolean goesOn() {
        return !payouts.isEmpty() || !entries.isEmpty() || !positions.isEmpty();
    }

    private void begin(Root root) {
        switch (root) {
            case Root.OfPayout(PayoutId payout) -> payouts.add(payout);
            case Root.OfEntry(AccountEntryId entry) -> {
                entries.add(entry);
                sources.journal().about(entry).ifPresent(this::begin);
            }
            case Root.OfLine(long position, int line) -> begin(position);
        }
    }

    private void begin(long position) {
        evidence.root = position;
        positions.add(position);
        for (Recorded row : sources.log().at(List.of(position)))
            if (row.event() instanceof AccountEvent event) follow(event);
    }

    private void follow(AccountEvent event) {
        for (EntryUse use : EntryUse.of(event)) entries.add(use.entry());
        Touched touched = Touched.by(event);
        if (touched.entry() != null) entries.add(touched.entry());
        if (touched.payout() != null) payouts.add(touched.payout());
        if (touched.adjustment() != null) adjustments.add(touched.adjustment());
        if (touched.timesheet() != null) follow(touched.timesheet());
    }

    private void follow(TimesheetId sheet) {
        streams.add(sheet.value());
        streams.add(sheet.engagement().value());
    }

    private void round() {
        payouts(payouts.take());
        for (Used used : sources.accounts().entries(entries.take())) entry(used);
        evidence.adjustments.putAll(sources.accounts().made(adjustments.take()));
        evidence.adjustments.values().forEach(positions::add);
        Set<Long> at = positions.take();
        for (Recorded row : sources.log().at(at)) evidence.log.put(row.position(), row);
        for (Entry booked : sources.journal().at(at)) evidence.booked.put(booked.position(), booked);
        streams(streams.take());
    }

    private void payouts(Set<PayoutId> ids) {
        if (ids.isEmpty()) return;
        evidence.asked.addAll(ids);
        sources.accounts().payouts(ids).forEach(payout -> evidence.payouts.put(payout.id(), payout));
        for (Part part : sources.accounts().parts(ids)) {
            evidence.parts
                    .computeIfAbsent(part.payout(), id -> new ArrayList<>())
                    .add(part);
            entries.add(part.entry());
        }
        for (Moment moment : sources.accounts().moments(ids)) {
            evidence.moments
                    .computeIfAbsent(moment.payout(), id -> new ArrayList<>())
                    .add(moment);
            if (PayoutFacts.tellsOfMoney(moment.what())) positions.add(moment.position());
        }
        evidence.bookedOf.putAll(sources.journal().ofPayouts(ids));
        evidence.bookedOf.values().forEach(booked -> booked.forEach(positions::add));
        for (PayoutId id : ids) {
            sources.batches().line(id).ifPresent(line -> evidence.lines.put(id, line));
            streams.add(PayoutBatchId.of(id).value());
        }
    }

    private void entry(Used used) {
        AccountEntryView entry = used.entry();
        evidence.entries.put(entry.id(), used);
        positions.add(entry.position());
        used.moves().forEach(move -> positions.add(move.position()));
        if (entry.timesheet() != null) follow(entry.timesheet());
        if (entry.adjustment() != null) adjustments.add(entry.adjustment());
        if (entry.returned() != null) payouts.add(entry.returned());
    }

    private void streams(Set<String> names) {
        if (names.isEmpty()) return;
        Set<TimeEntryId> time = new LinkedHashSet<>();
        Set<EngagementId> engagements = new LinkedHashSet<>();
        for (Recorded row : sources.log().ofStreams(names, NAMES)) {
            evidence.streams
                    .computeIfAbsent(row.stream(), stream -> new ArrayList<>())
                    .add(row);
            priced(row, time);
        }
        for (String name : names) if (name.startsWith("engagement-")) engagements.add(new EngagementId(name));
        if (!time.isEmpty()) sources.time().entriesById(time).forEach(entry -> evidence.time.put(entry.id(), entry));
        if (!engagements.isEmpty())
            evidence.engagements.putAll(sources.engagements().byIds(engagements));
    }

    private static void priced(Recorded row, Collection<TimeEntryId> time) {
        if (row.event() instanceof TimesheetApproved e)
            e.lines().stream().map(PricedLine::entry).forEach(time::add);
        if (row.event() instanceof TimesheetCorrected e)
            e.lines().stream().map(CorrectedLine::entry).forEach(time::add);
    }
}
