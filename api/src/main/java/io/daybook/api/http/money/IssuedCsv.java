package io.daybook.api.http.money;

import io.daybook.api.http.csv.CsvOut;
import io.daybook.api.http.money.IssuedStatementJson.Line;
import io.daybook.api.http.money.IssuedStatementJson.Part;
import io.daybook.money.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issued statement as a table, in form 1, that stays as it is: each currency from its opening to its closing. */
final class IssuedCsv {
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
            "reason",
            "position");

    private IssuedCsv() {}

    static String of(IssuedStatementJson statement) {
        StringWriter text = new StringWriter();
        try (CsvOut csv = new CsvOut(text, HEADER)) {
            for (Part part : statement.parts()) {
                edge(csv, statement.from().toString(), "OPENING", part.opening());
                for (Line line : part.lines()) line(csv, line);
                edge(csv, statement.to().toString(), "CLOSING", part.closing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be full", e);
        }
        return text.toString();
    }

    private static void edge(CsvOut csv, String at, String kind, Money net) {
        csv.text(at)
                .text(kind)
                .blank(6)
                .amount(net)
                .text(net.currency().getCurrencyCode())
                .number(net.minor())
                .blank(4)
                .end();
    }

    private static void line(CsvOut csv, Line line) {
        csv.text(line.effectiveAt().toString())
                .text(line.kind().name())
                .text(line.what())
                .text(line.project())
                .text(line.timesheet() == null ? null : line.timesheet().value())
                .text(line.payout() == null ? null : line.payout().value())
                .text(line.entry() == null ? null : line.entry().value())
                .number(line.seconds())
                .amount(line.amount())
                .text(line.amount().currency().getCurrencyCode())
                .number(line.amount().minor())
                .text(line.adjustment() == null ? null : line.adjustment().value())
                .text(name(line.adjustmentKind()))
                .text(line.reason())
                .number(line.position())
                .end();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
