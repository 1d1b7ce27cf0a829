package io.daybook.api.http.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.daybook.api.books.CsvText;
import io.daybook.journal.Statement;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A statement as a table, amounts in major units; opening and closing are its first and last row. */
final class StatementCsv {
    private static final List<String> HEADER = List.of(
            "effectiveAt", "kind", "what", "project", "timesheet", "payout", "entry", "seconds", "amount", "currency");

    private StatementCsv() {}

    static String of(StatementJson statement) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            write(csv, statement);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be full", e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, StatementJson statement) {
        csv.writeRecord(HEADER);
        String currency = statement.currency().getCurrencyCode();
        String from = statement.from() == null ? "" : statement.from().toString();
        csv.writeRecord(
                from, "OPENING", "", "", "", "", "", "", statement.opening().toMajor(), currency);
        for (Statement.Line line : statement.lines())
            csv.writeRecord(
                    line.effectiveAt().toString(),
                    line.kind().name(),
                    line.what(),
                    CsvText.harmless(line.project()),
                    line.timesheet() == null ? "" : line.timesheet().value(),
                    line.payout() == null ? "" : line.payout().value(),
                    line.entry() == null ? "" : line.entry().value(),
                    Long.toString(line.seconds()),
                    line.amount().toMajor(),
                    currency);
        String seconds = Long.toString(statement.totals().seconds());
        String closing = statement.closing().toMajor();
        csv.writeRecord(statement.to().toString(), "CLOSING", "", "", "", "", "", seconds, closing, currency);
    }
}
