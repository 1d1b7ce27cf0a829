package io.daybook.api.views;

import io.daybook.account.Acct;
import io.daybook.account.EntryEvent.CorrectedDown;
import io.daybook.account.EntryEvent.CorrectedUp;
import io.daybook.account.EntryEvent.CorrectionSource;
import io.daybook.account.EntryEvent.EarningsPosted;
import io.daybook.calendar.PayCalendar;
import io.daybook.contractor.Actor;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Recorded;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import io.daybook.timesheet.TimeEntry;
import io.daybook.timesheet.TimeEntryId;
import io.daybook.timesheet.TimesheetEvent.CorrectedLine;
import io.daybook.timesheet.TimesheetEvent.PricedLine;
import io.daybook.timesheet.TimesheetEvent.TimeEntryRecorded;
import io.daybook.timesheet.TimesheetEvent.TimesheetApproved;
import io.daybook.timesheet.TimesheetEvent.TimesheetCorrected;
import io.daybook.timesheet.TimesheetEvent.TimesheetOpened;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** A random history of an account in which all that is earned and corrected comes from time at three rates. */
final class RandomMonth {
    private static final EngagementId APOLLO = EngagementId.of(Acct.ADA, "Apollo");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    /** The first earns one minor unit a second: what others leave over is filled up with it. */
    private static final List<RateVersion> RATES = List.of(rate(1, 3_600, 1), rate(2, 4_511, 2), rate(3, 7_777, 3));

    private final Random random;
    private final List<Recorded> facts = new ArrayList<>();
    private final Set<TimesheetId> opened = new HashSet<>();
    private final Map<TimesheetId, List<PricedLine>> priced = new HashMap<>();
    private int names;

    private RandomMonth(long seed) {
        this.random = new Random(seed);
    }

    static List<Recorded> facts(long seed, int steps) {
        RandomMonth month = new RandomMonth(seed);
        month.engage();
        for (Recorded fact : RandomBooks.facts(seed, steps)) month.take(fact);
        return month.facts;
    }

    private static RateVersion rate(int version, long minor, int day) {
        return new RateVersion(version, new HourlyRate(Acct.usd(minor)), LocalDate.of(2026, 1, day));
    }

    private void engage() {
        Instant at = Acct.NOON.minusSeconds(86_400);
        add(new EngagementStarted(APOLLO, "Apollo", Acct.usd(0).currency(), Overlap.ALLOW, null, at), at);
        for (RateVersion rate : RATES) add(new RateAgreed(APOLLO, rate, at), at);
    }

    private void take(Recorded fact) {
        Instant at = fact.recordedAt();
        DomainEvent event = switch (fact.event()) {
            case EarningsPosted e -> earned(e, at);
            case CorrectedUp e
            when e.source().timesheet() != null ->
                new CorrectedUp(
                        e.account(),
                        e.entry(),
                        e.corrects(),
                        e.kind(),
                        corrected(e.source(), e.amount(), at),
                        e.amount(),
                        e.pendingUntil(),
                        e.occurredAt());
            case CorrectedDown e
            when e.source().timesheet() != null ->
                new CorrectedDown(
                        e.account(),
                        e.entry(),
                        e.corrects(),
                        e.kind(),
                        corrected(e.source(), e.amount().negated(), at),
                        e.amount(),
                        e.taken(),
                        e.occurredAt());
            default -> fact.event();
        };
        add(event, at);
    }

    private EarningsPosted earned(EarningsPosted e, Instant at) {
        List<PricedLine> lines = record(e.timesheet(), e.amount(), at);
        add(new TimesheetApproved(e.timesheet(), "Apollo", e.revision(), Acct.CHECKER.subject(), lines, at), at);
        return new EarningsPosted(
                e.account(),
                e.entry(),
                e.timesheet(),
                e.revision(),
                e.project(),
                e.month(),
                lines.stream().mapToLong(PricedLine::seconds).sum(),
                e.amount(),
                e.pendingUntil(),
                e.occurredAt());
    }

    /** New entries of time that come to exactly this. */
    private List<PricedLine> record(TimesheetId sheet, Money amount, Instant at) {
        if (opened.add(sheet))
            add(
                    new TimesheetOpened(
                            sheet,
                            "Apollo",
                            PayCalendar.mondays(ZoneOffset.UTC).periodOf(sheet.from()),
                            amount.currency(),
                            at),
                    at);
        List<PricedLine> lines = new ArrayList<>();
        Money left = amount;
        for (int i = random.nextInt(4); i > 0; i--) {
            RateVersion rate = RATES.get(random.nextInt(3));
            long seconds = random.nextInt(40_000);
            Money part = rate.rate().earnedIn(seconds);
            if (part.isMoreThan(left)) continue;
            lines.add(line(sheet, seconds, rate, at));
            left = left.minus(part);
        }
        lines.add(line(sheet, left.minor(), RATES.getFirst(), at));
        priced.computeIfAbsent(sheet, key -> new ArrayList<>()).addAll(lines);
        return lines;
    }

    private PricedLine line(TimesheetId sheet, long seconds, RateVersion rate, Instant at) {
        TimeEntryId id = TimeEntryId.of("entry", Integer.toString(++names));
        Instant worked = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        add(new TimeEntryRecorded(sheet, new TimeEntry(id, DAY, worked, false, seconds, "Build", null), names, at), at);
        return new PricedLine(id, DAY, worked, seconds, rate, rate.rate().earnedIn(seconds));
    }

    /** Some entry is changed as it comes; another fills up what the correction is to come to. */
    private CorrectionSource corrected(CorrectionSource source, Money difference, Instant at) {
        TimesheetId sheet = Objects.requireNonNull(source.timesheet());
        List<CorrectedLine> lines = new ArrayList<>();
        List<PricedLine> known = priced.computeIfAbsent(sheet, key -> new ArrayList<>());
        Money left = difference;
        if (!known.isEmpty()) {
            CorrectedLine changed = to(known, random.nextInt(known.size()), random.nextInt(20_000));
            lines.add(changed);
            left = left.minus(changed.difference());
        }
        if (left.isPositive()) {
            PricedLine late = line(sheet, left.minor(), RATES.getFirst(), at);
            known.add(late);
            lines.add(new CorrectedLine(
                    late.entry(), DAY, late.workedAt(), 0, late.seconds(), late.rate(), Acct.usd(0), late.amount()));
        }
        if (left.isNegative()) {
            PricedLine much = line(sheet, left.negated().minor() + random.nextInt(500), RATES.getFirst(), at);
            known.add(much);
            add(new TimesheetApproved(sheet, "Apollo", 1_000 + names, Acct.CHECKER.subject(), List.of(much), at), at);
            lines.add(to(known, known.size() - 1, much.seconds() + left.minor()));
        }
        Actor by = Acct.CHECKER;
        add(
                new TimesheetCorrected(
                        sheet, "Apollo", source.correction(), names, by.subject(), Acct.REASON, lines, at),
                at);
        long seconds = lines.stream()
                .mapToLong(line -> line.seconds() - line.secondsBefore())
                .sum();
        return new CorrectionSource(sheet, source.correction(), source.project(), source.month(), seconds, null);
    }

    private static CorrectedLine to(List<PricedLine> known, int index, long seconds) {
        PricedLine was = known.get(index);
        Money now = was.rate().rate().earnedIn(seconds);
        known.set(index, new PricedLine(was.entry(), DAY, was.workedAt(), seconds, was.rate(), now));
        return new CorrectedLine(
                was.entry(), DAY, was.workedAt(), was.seconds(), seconds, was.rate(), was.amount(), now);
    }

    private void add(DomainEvent event, Instant at) {
        long position = facts.size() + 1;
        facts.add(new Recorded(position, "event-" + position, event.streamId(), 0, at, event, "tester", null));
    }
}
