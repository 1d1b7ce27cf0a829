package io.daybook.api.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.api.http.csv.CsvOut;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.api.http.people.ContractorRefs;
import io.daybook.journal.JournalViews;
import io.daybook.journal.JournalViews.Entry;
import io.daybook.journal.JournalViews.Filter;
import io.daybook.journal.JournalViews.Line;
import io.daybook.journal.Viewpoint;
import io.daybook.money.Money;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes the journal in pages, so that its length costs no memory. Debits and credits are minor units; in CSV they stand
 * again under names that say the unit, in both. */
final class JournalText {
    private static final int ENTRIES_A_PAGE = 1000;
    private static final List<String> HEADER = List.of(
            "entry",
            "line",
            "effectiveAt",
            "occurredAt",
            "source",
            "account",
            "name",
            "contractor",
            "reference",
            "project",
            "currency",
            "debit",
            "credit",
            "debitMinor",
            "creditMinor",
            "debitMajor",
            "creditMajor");

    private final JournalViews journal;
    private final JsonMapper json;
    private final Function<List<Entry>, List<EntryJson>> shown;

    JournalText(JournalViews journal, JsonMapper json, Function<List<Entry>, List<EntryJson>> shown) {
        this.journal = journal;
        this.json = json;
        this.shown = shown;
    }

    record LineJson(
            int line,
            String account,
            String name,
            @Nullable ContractorRef contractor,
            @Nullable String rail,
            @Nullable String project,
            String currency,
            long debit,
            long credit) {
        static LineJson of(Line line, ContractorRefs.Known known) {
            long minor = line.amount().minor();
            return new LineJson(
                    line.line(),
                    Integer.toString(line.account().number()),
                    line.account().title(),
                    line.contractor() == null ? null : known.of(line.contractor()),
                    line.rail(),
                    line.project(),
                    line.amount().currency().getCurrencyCode(),
                    Math.max(minor, 0),
                    Math.max(-minor, 0));
        }
    }

    record EntryJson(
            String entry,
            Instant occurredAt,
            Instant effectiveAt,
            Instant recordedAt,
            long position,
            String source,
            String eventId,
            List<LineJson> lines) {
        static EntryJson of(Entry entry, ContractorRefs.Known known) {
            return new EntryJson(
                    Long.toString(entry.position()),
                    entry.occurredAt(),
                    entry.effectiveAt(),
                    entry.recordedAt(),
                    entry.position(),
                    entry.source(),
                    entry.eventId(),
                    entry.lines().stream().map(line -> LineJson.of(line, known)).toList());
        }
    }

    void writeNdjson(Filter filter, Viewpoint viewpoint, OutputStream out) throws IOException {
        try (Writer writer = buffered(out)) {
            for (long after = 0; ; ) {
                List<Entry> page = journal.journal(filter, viewpoint, after, ENTRIES_A_PAGE);
                for (EntryJson entry : shown.apply(page))
                    writer.append(json.writeValueAsString(entry)).append('\n');
                if (page.size() < ENTRIES_A_PAGE) return;
                after = page.getLast().position();
            }
        }
    }

    void writeCsv(Filter filter, Viewpoint viewpoint, OutputStream out) throws IOException {
        try (CsvOut csv = new CsvOut(buffered(out), HEADER)) {
            for (long after = 0; ; ) {
                List<Entry> page = journal.journal(filter, viewpoint, after, ENTRIES_A_PAGE);
                for (EntryJson entry : shown.apply(page)) for (LineJson line : entry.lines()) write(csv, entry, line);
                if (page.size() < ENTRIES_A_PAGE) return;
                after = page.getLast().position();
            }
        }
    }

    private static void write(CsvOut csv, EntryJson entry, LineJson line) {
        ContractorRef contractor = line.contractor();
        csv.text(entry.entry())
                .number(line.line())
                .text(entry.effectiveAt().toString())
                .text(entry.occurredAt().toString())
                .text(entry.source())
                .text(line.account())
                .text(line.name())
                .text(contractor == null ? null : contractor.id().value())
                .text(contractor == null ? null : contractor.reference())
                .text(line.project())
                .text(line.currency())
                .number(line.debit())
                .number(line.credit())
                .number(line.debit())
                .number(line.credit())
                .amount(Money.of(line.debit(), line.currency()))
                .amount(Money.of(line.credit(), line.currency()))
                .end();
    }

    private static Writer buffered(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }
}
