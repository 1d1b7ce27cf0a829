package io.daybook.api.http.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.people.ContractorRef;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.Statement;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementPdfTest {
    private static final ContractorId ADA = ContractorId.of("ada");
    private static final TimesheetId SHEET = new TimesheetId("timesheet-a-b-2026-01-05");
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void it_says_who_when_and_that_the_sum_is_right() throws IOException {
        String text = text(page(List.of(line(Statement.Kind.EARNED, 1_234_567_89, 5_400)), "Ada Łovelace"));
        assertThat(text)
                .contains("Statement", "Ada Łovelace", "ada-1 · 1 Jan 2026 to 31 Jan 2026 · amounts in USD")
                .contains("Opening −10.00", "Earned 1:30 h 1,234,567.89", "Closing 1,234,557.89")
                .contains("5 Jan 2026 Time worked · Labels & more, week of 5 Jan 2026", "timesheet-a-b-2026-01-05")
                .contains("Known at position 77", "Page 1 of 1");
    }

    @Test
    void what_people_write_into_names_is_text_and_nothing_else() throws IOException {
        String text = text(page(List.of(), "<script src=\"http://example.com/x\">&lt;\u0007</script>"));
        assertThat(text).contains("<script src=\"http://example.com/x\">&lt;", "Nothing happened in this time.");
    }

    @Test
    void a_long_one_goes_on_over_pages_under_the_same_heads() throws IOException {
        List<Statement.Line> lines = new ArrayList<>();
        for (int i = 0; i < 120; i++) lines.add(line(Statement.Kind.PAID, -1_00, 0));
        byte[] pdf = StatementPdf.of(page(lines, "Ada"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(3, 8);
            String last = text(document, document.getNumberOfPages());
            assertThat(last).contains("Date What Hours Amount Balance", "−130.00");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Statement ada-1");
        }
    }

    @Test
    void its_fonts_are_in_it() throws IOException {
        try (PDDocument document = Loader.loadPDF(StatementPdf.of(page(List.of(), "Ada")))) {
            for (PDPage page : document.getPages())
                for (COSName font : page.getResources().getFontNames())
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
    }

    @Test
    void amounts_and_hours_read_as_people_write_them() {
        assertThat(StatementPage.amount(Money.of(-123_456_789_01L, "USD"))).isEqualTo("−123,456,789.01");
        assertThat(StatementPage.amount(Money.of(999, "JPY"))).isEqualTo("999");
        assertThat(StatementPage.amount(Money.of(1_000, "JPY"))).isEqualTo("1,000");
        assertThat(StatementPage.amount(Money.of(1_234_567, "KWD"))).isEqualTo("1,234.567");
        assertThat(StatementPage.hours(-3_661)).isEqualTo("−1:01:01");
        assertThat(StatementPage.hours(360_000)).isEqualTo("100:00");
    }

    @Test
    void days_are_those_of_the_books_zone() {
        StatementJson statement = statement(List.of());
        String html = new StatementPage(statement, "Ada", ZoneId.of("Asia/Kolkata")).html();
        assertThat(html).contains("1 Jan 2026, 05:30 to 1 Feb 2026, 05:30", "Asia/Kolkata");
    }

    private static String page(List<Statement.Line> lines, @Nullable String name) {
        return new StatementPage(statement(lines), name, ZoneOffset.UTC).html();
    }

    private static StatementJson statement(List<Statement.Line> lines) {
        Money zero = Money.of(0, "USD");
        Money earned = sum(lines, Statement.Kind.EARNED);
        Money paid = sum(lines, Statement.Kind.PAID).negated();
        long seconds = lines.stream().mapToLong(Statement.Line::seconds).sum();
        Money opening = Money.of(-10_00, "USD");
        return new StatementJson(
                new ContractorRef(ADA, "ada-1"),
                Currency.getInstance("USD"),
                List.of(),
                FROM,
                TO,
                77,
                opening,
                lines.stream()
                        .map(line -> StatementJson.LineJson.of(line, none -> Optional.empty()))
                        .toList(),
                opening.plus(earned).minus(paid),
                new Statement.Totals(seconds, earned, zero, paid, zero));
    }

    private static Money sum(List<Statement.Line> lines, Statement.Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(Statement.Line::amount)
                .reduce(Money.of(0, "USD"), Money::plus);
    }

    private static Statement.Line line(Statement.Kind kind, long minor, long seconds) {
        Instant at = Instant.parse("2026-01-05T10:00:00Z");
        TimesheetId sheet = kind == Statement.Kind.EARNED ? SHEET : null;
        return new Statement.Line(
                1,
                at,
                at,
                kind,
                "Test",
                Money.of(minor, "USD"),
                null,
                sheet,
                "Labels & more",
                null,
                null,
                null,
                null,
                seconds);
    }

    private static String text(String page) throws IOException {
        try (PDDocument document = Loader.loadPDF(StatementPdf.of(page))) {
            return text(document, 1);
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("[ \\t]+", " ");
    }
}
