package io.daybook.explain;

import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.calendar.AccountingMonth;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Recorded;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetId;
import io.daybook.timesheet.TimesheetView;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From what time earned down to the entries of time: each rounded by itself, and nothing rounded again. */
final class TimeTrees {
    private final Proof proof;
    private final Sheets sheets;

    TimeTrees(Proof proof, Sheets sheets) {
        this.proof = proof;
        this.sheets = sheets;
    }

    /** @param before null for time that was priced for the first time */
    private record Line(
            TimeEntryId entry,
            LocalDate workDate,
            long secondsBefore,
            long seconds,
            RateVersion rate,
            @Nullable Money before,
            Money amount) {
        Money earned() {
            return before == null ? amount : amount.minus(before);
        }
    }

    List<Node> approval(EarningsPosted earned) {
        TimesheetId sheet = earned.timesheet();
        Recorded row = sheets.approval(sheet, earned.revision()).orElse(null);
        if (row == null || !(row.event() instanceof TimesheetApproved approved)) {
            proof.miss("approval of " + sheet.value() + " at revision " + earned.revision());
            return List.of();
        }
        List<Line> lines = approved.lines().stream()
                .map(line ->
                        new Line(line.entry(), line.workDate(), 0, line.seconds(), line.rate(), null, line.amount()))
                .toList();
        return List.of(
                node(Node.Kind.APPROVAL, sheet, row, of(earned.month(), lines), earned.seconds(), earned.amount()));
    }

    /** @param difference signed */
    List<Node> correction(CorrectionSource source, Money difference) {
        TimesheetId sheet = source.timesheet();
        AccountingMonth month = source.month();
        if (sheet == null || month == null) return List.of();
        Recorded row = sheets.correction(sheet, source.correction()).orElse(null);
        if (row == null || !(row.event() instanceof TimesheetCorrected corrected)) {
            proof.miss("correction " + source.correction() + " of " + sheet.value());
            return List.of();
        }
        List<Line> lines = corrected.lines().stream()
                .map(line -> new Line(
                        line.entry(),
                        line.workDate(),
                        line.secondsBefore(),
                        line.seconds(),
                        line.rate(),
                        line.before(),
                        line.amount()))
                .toList();
        return List.of(node(Node.Kind.CORRECTION, sheet, row, of(month, lines), source.seconds(), difference));
    }

    private static List<Line> of(AccountingMonth month, List<Line> lines) {
        return lines.stream()
                .filter(line -> new AccountingMonth(YearMonth.from(line.workDate())).equals(month))
                .toList();
    }

    private Node node(Node.Kind kind, TimesheetId sheet, Recorded row, List<Line> lines, long seconds, Money amount) {
        long worked = lines.stream()
                .mapToLong(line -> line.seconds() - line.secondsBefore())
                .sum();
        proof.expect(worked == seconds, kind + " " + sheet.value() + " has " + worked + " seconds, not " + seconds);
        Map<RateVersion, List<Line>> byRate =
                lines.stream().collect(Collectors.groupingBy(Line::rate, LinkedHashMap::new, Collectors.toList()));
        List<Node> rates = new ArrayList<>();
        byRate.forEach((rate, own) -> rates.add(rate(sheet, rate, own, row, amount)));
        if (rates.isEmpty()) proof.miss("entries of " + sheet.value());
        return proof.sum(Node.of(kind, sheet.value(), amount, Proof.unbooked(row), rates));
    }

    private Node rate(TimesheetId sheet, RateVersion rate, List<Line> lines, Recorded by, Money of) {
        EngagementId engagement = sheet.engagement();
        EngagementView terms = proof.evidence().engagements.get(engagement);
        String what = "rate " + rate.version() + " of " + engagement.value();
        proof.expect(terms != null && terms.terms().rates().contains(rate), what);
        Recorded agreed = sheets.rate(engagement, rate.version()).orElse(null);
        if (agreed == null) proof.miss("log: " + what);
        Money sum = lines.stream().map(Line::earned).reduce(Money.zero(of.currency()), Money::plus);
        long seconds = lines.stream()
                .mapToLong(line -> line.seconds() - line.secondsBefore())
                .sum();
        List<Node> time =
                lines.stream().map(line -> time(sheet, line, by.position())).toList();
        return proof.sum(
                Node.of(Node.Kind.RATE, engagement.value(), sum, agreed == null ? null : Proof.unbooked(agreed), time)
                        .with(new Worked(null, seconds, rate)));
    }

    private Node time(TimesheetId sheet, Line line, long position) {
        String id = line.entry().value();
        Recorded recorded = sheets.recorded(line.entry()).orElse(null);
        if (recorded == null) proof.miss("log: entry " + id);
        TimesheetView.Entry view = proof.evidence().time.get(line.entry());
        proof.expect(
                view != null
                        && view.timesheet().equals(sheet)
                        && view.priced()
                        && line.rate().equals(view.rate())
                        && view.amount().equals(line.rate().rate().earnedIn(view.seconds())),
                "entry " + id);
        proof.expect(line.amount().equals(line.rate().rate().earnedIn(line.seconds())), "amount of " + id);
        Money before = line.before();
        if (before != null) checkBefore(line, before, position);
        Fact fact = recorded == null ? null : Proof.unbooked(recorded);
        Worked worked = new Worked(line.workDate(), line.seconds(), line.rate());
        if (before == null || before.isZero() && line.secondsBefore() == 0)
            return Node.leaf(Node.Kind.TIME, id, line.earned(), fact).with(worked);
        Node after = Node.leaf(Node.Kind.AFTER, id, line.amount(), null).with(worked);
        Node former = Node.leaf(Node.Kind.BEFORE, id, before.negated(), null)
                .with(new Worked(line.workDate(), line.secondsBefore(), line.rate()));
        return proof.sum(Node.of(Node.Kind.TIME, id, line.earned(), fact, List.of(after, former)));
    }

    /** What was taken back is what had been priced last, and that amount followed from its own seconds. */
    private void checkBefore(Line line, Money before, long position) {
        String id = line.entry().value();
        proof.expect(before.equals(line.rate().rate().earnedIn(line.secondsBefore())), "former amount of " + id);
        Money known = sheets.priceBefore(line.entry(), position);
        boolean agrees = known == null ? before.isZero() && line.secondsBefore() == 0 : known.equals(before);
        proof.expect(agrees, "former price of " + id);
    }
}
