package io.daybook.api.http.money;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.daybook.journal.Statement;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** A statement as a table, amounts in major units; opening and closing are its first and last row. */
final class StatementCsv {
    private static final String FORMULA = "=+-@\t\r";

    private StatementCsv() {}

    static String of(StatementJson statement) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(
                "effectiveAt", "kind", "what", "project", "timesheet", "payout", "entry", "seconds", "amount",
                "currency");
        String currency = statement.currency().getCurrencyCode();
        String from = statement.from() == null ? "" : statement.from().toString();
        csv.writeRecord(from, "OPENING", "", "", "", "", "", "", statement.opening().toMajor(), currency);
        for (Statement.Line line : statement.lines())
            csv.writeRecord(
                    line.effectiveAt().toString(),
                    line.kind().name(),
                    line.what(),
                    harmless(line.project()),
                    line.timesheet() == null ? "" : line.timesheet().value(),
                    line.payout() == null ? "" : line.payout().value(),
                    line.entry() == null ? "" : line.entry().value(),
                    Long.toString(line.seconds()),
                    line.amount().toMajor(),
                    currency);
        String to = statement.to().toString();
        csv.writeRecord(
                to, "CLOSING", "", "", "", "", "", Long.toString(statement.totals().seconds()),
                statement.closing().toMajor(), currency);
        return text.toString();
    }

    /** Spreadsheets would carry out what begins like a formula. */
    private static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
