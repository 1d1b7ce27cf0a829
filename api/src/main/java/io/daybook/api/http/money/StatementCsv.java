package io.daybook.api.http.money;

import io.daybook.api.http.csv.CsvOut;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A statement as a table, {@code amount} in major units, {@code amountMinor} in minor ones; opening and closing are its first and last row. */
final class StatementCsv {
    private static final List<String> HEADER = List.of(
            "effectiveAt",
            "kind",
            "what",
            "project",
            "timesheet",
            "payout",
            "entry",
            "seconds",
            "amount",
            "currency",
            "amountMinor",
            "adjustment",
            "adjustmentKind",
            "reason");

    private StatementCsv() {}

    static String of(StatementJson statement) {
        StringWriter text = new StringWriter();
        try (CsvOut csv = new CsvOut(text, HEADER)) {
            write(csv, statement);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be full", e);
        }
        return text.toString();
    }

    private static void write(CsvOut csv, StatementJson statement) {
        String currency = statement.currency().getCurrencyCode();
        csv.text(statement.from() == null ? null : statement.from().toString())
                .text("OPENING")
                .blank(6)
                .amount(statement.opening())
                .text(currency)
                .number(statement.opening().minor())
                .blank(3)
                .end();
        for (StatementJson.LineJson line : statement.lines())
            csv.text(line.effectiveAt().toString())
                    .text(line.kind().name())
                    .text(line.what())
                    .text(line.project())
                    .text(line.timesheet() == null ? null : line.timesheet().value())
                    .text(line.payout() == null ? null : line.payout().value())
                    .text(line.entry() == null ? null : line.entry().value())
                    .number(line.seconds())
                    .amount(line.amount())
                    .text(currency)
                    .number(line.amount().minor())
                    .text(line.adjustment() == null ? null : line.adjustment().value())
                    .text(
                            line.adjustmentKind() == null
                                    ? null
                                    : line.adjustmentKind().name())
                    .text(line.reason())
                    .end();
        csv.text(statement.to().toString())
                .text("CLOSING")
                .blank(5)
                .number(statement.totals().seconds())
                .amount(statement.closing())
                .text(currency)
                .number(statement.closing().minor())
                .blank(3)
                .end();
    }
}
