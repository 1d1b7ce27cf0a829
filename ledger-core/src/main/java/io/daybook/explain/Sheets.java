package io.daybook.explain;

import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementId;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.payout.PayoutBatchEvent;
import io.daybook.payout.PayoutBatchId;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of timesheets, engagements and batches by what they are looked up by. */
final class Sheets {
    private record Numbered(String id, int number) {}

    private final Map<TimeEntryId, Recorded> recorded = new HashMap<>();
    private final Map<Numbered, Recorded> approvals = new HashMap<>();
    private final Map<Numbered, Recorded> corrections = new HashMap<>();
    private final Map<Numbered, Recorded> rates = new HashMap<>();
    private final Map<TimeEntryId, TreeMap<Long, Money>> prices = new HashMap<>();
    private final Map<String, List<Recorded>> batches = new HashMap<>();

    Sheets(Evidence evidence) {
        evidence.streams.values().forEach(rows -> rows.forEach(this::add));
    }

    private void add(Recorded row) {
        switch (row.event()) {
            case TimeEntryRecorded e -> recorded.put(e.entry().id(), row);
            case TimesheetApproved e -> {
                approvals.putIfAbsent(new Numbered(row.stream(), e.revision()), row);
                for (PricedLine line : e.lines()) price(line.entry(), row, line.amount());
            }
            case TimesheetCorrected e -> {
                corrections.put(new Numbered(row.stream(), e.correction()), row);
                for (CorrectedLine line : e.lines()) price(line.entry(), row, line.amount());
            }
            case RateAgreed e -> rates.put(new Numbered(row.stream(), e.rate().version()), row);
            case PayoutBatchEvent e ->
                batches.computeIfAbsent(row.stream(), stream -> new ArrayList<>())
                        .add(row);
            default -> {
                // nothing that is looked up
            }
        }
    }

    private void price(TimeEntryId entry, Recorded row, Money amount) {
        prices.computeIfAbsent(entry, id -> new TreeMap<>()).put(row.position(), amount);
    }

    Optional<Recorded> recorded(TimeEntryId entry) {
        return Optional.ofNullable(recorded.get(entry));
    }

    Optional<Recorded> approval(TimesheetId sheet, int revision) {
        return Optional.ofNullable(approvals.get(new Numbered(sheet.value(), revision)));
    }

    Optional<Recorded> correction(TimesheetId sheet, int number) {
        return Optional.ofNullable(corrections.get(new Numbered(sheet.value(), number)));
    }

    Optional<Recorded> rate(EngagementId engagement, int version) {
        return Optional.ofNullable(rates.get(new Numbered(engagement.value(), version)));
    }

    List<Recorded> batch(PayoutBatchId batch) {
        return batches.getOrDefault(batch.value(), List.of());
    }

    /** What an entry of time had come to before that position; null where it had earned nothing yet. */
    @Nullable
    Money priceBefore(TimeEntryId entry, long position) {
        TreeMap<Long, Money> known = prices.get(entry);
        Map.Entry<Long, Money> last = known == null ? null : known.lowerEntry(position);
        return last == null ? null : last.getValue();
    }
}
