package io.daybook.api.http.money;

import io.daybook.journal.Statement;
import io.daybook.money.Money;
import io.daybook.timesheet.TimesheetId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A statement as a page of XHTML, to be set as PDF: who and when, the sum that it proves, and what it is made of, line by
 * line with a running balance.
 *
 * @param name the contractor's; null once their key has been destroyed
 * @param zone of the books: dates are its days
 */
record StatementPage(StatementJson statement, @Nullable String name, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    private static final String STYLE = """
            @page { size: A4; margin: 22mm 18mm 20mm 18mm;
                    @bottom-right { content: "Page " counter(page) " of " counter(pages);
                                    font: 8pt Statement; color: #6b7280 } }
            body { font: 9pt Statement; line-height: 1.45; color: #1f2937; margin: 0 }
            h1 { font-size: 19pt; font-weight: 700; margin: 0 0 1mm 0; color: #111827 }
            p { margin: 0 } .quiet { color: #6b7280 }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            th { text-align: left; font-weight: 700; font-size: 8pt; color: #6b7280; padding: 1.5mm 2mm 1.5mm 0;
                 border-bottom: 0.6pt solid #9ca3af }
            td { padding: 1.6mm 2mm 1.6mm 0; border-bottom: 0.3pt solid #e5e7eb; vertical-align: top }
            tr { page-break-inside: avoid }
            .number { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 3mm }
            .day { white-space: nowrap }
            .sum { margin: 8mm 0 9mm 0; width: 86mm }
            .sum td { border-bottom: none; padding: 0.7mm 0 }
            .total td { font-weight: 700; border-top: 0.6pt solid #9ca3af; border-bottom: none; padding-top: 1.8mm }
            .small { font-size: 7.5pt; color: #6b7280 }
            .foot { margin-top: 7mm }
            """;

    String html() {
        String title = "Statement " + statement.contractor().reference();
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>")
                .append(text(title))
                .append("</title><meta name=\"description\" content=\"")
                .append(text(title + ", " + span()))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        head(page);
        sum(page);
        lines(page);
        page.append(
                        "<p class=\"small foot\">Opening + earned + adjusted − paid + returned = closing. Known at position ")
                .append(statement.knownAt())
                .append(" of the log: asked for again with it, this statement stays the same. Dates are days in ")
                .append(text(zone.getId()))
                .append(".</p></body></html>");
        return page.toString();
    }

    private void head(StringBuilder page) {
        page.append("<h1>Statement</h1>");
        if (name != null) page.append("<p>").append(text(name)).append("</p>");
        page.append("<p class=\"quiet\">")
                .append(text(statement.contractor().reference()))
                .append(" · ")
                .append(text(span()))
                .append(" · amounts in ")
                .append(statement.currency().getCurrencyCode())
                .append("</p>");
    }

    private void sum(StringBuilder page) {
        Statement.Totals totals = statement.totals();
        page.append("<table class=\"sum\"><tbody>");
        row(page, "Opening", "", statement.opening());
        row(page, "Earned", hours(totals.seconds()) + " h", totals.earned());
        row(page, "Adjusted", "", totals.adjusted());
        row(page, "Paid", "", totals.paid().negated());
        row(page, "Returned", "", totals.returned());
        page.append("<tr class=\"total\"><td>Closing</td><td></td><td class=\"number\">")
                .append(amount(statement.closing()))
                .append("</td></tr></tbody></table>");
    }

    private static void row(StringBuilder page, String what, String detail, Money amount) {
        page.append("<tr><td>")
                .append(what)
                .append("</td><td class=\"number quiet\">")
                .append(detail)
                .append("</td><td class=\"number\">")
                .append(amount(amount))
                .append("</td></tr>");
    }

    private void lines(StringBuilder page) {
        if (statement.lines().isEmpty()) {
            page.append("<p class=\"quiet\">Nothing happened in this time.</p>");
            return;
        }
        page.append("<table><thead><tr><th>Date</th><th>What</th><th class=\"number\">Hours</th>")
                .append("<th class=\"number\">Amount</th><th class=\"number\">Balance</th></tr></thead><tbody>");
        Money balance = statement.opening();
        for (StatementJson.LineJson line : statement.lines()) {
            balance = balance.plus(line.amount());
            page.append("<tr><td class=\"day\">")
                    .append(DAY.format(line.effectiveAt().atZone(zone)))
                    .append("</td><td>")
                    .append(what(line))
                    .append("</td><td class=\"number\">")
                    .append(line.seconds() == 0 ? "" : hours(line.seconds()))
                    .append("</td><td class=\"number\">")
                    .append(amount(line.amount()))
                    .append("</td><td class=\"number\">")
                    .append(amount(balance))
                    .append("</td></tr>");
        }
        page.append("</tbody></table>");
    }

    private static String what(StatementJson.LineJson line) {
        StringBuilder what = new StringBuilder(word(line));
        TimesheetId timesheet = line.timesheet();
        if (line.project() != null) what.append(" · ").append(text(line.project()));
        if (timesheet != null) what.append(", week of ").append(DAY.format(timesheet.from()));
        if (line.reason() != null) what.append(": ").append(text(line.reason()));
        String source = timesheet != null
                ? timesheet.value()
                : line.payout() != null
                        ? line.payout().value()
                        : line.adjustment() != null ? line.adjustment().value() : "";
        return what + (source.isEmpty() ? "" : "<br/><span class=\"small\">" + text(source) + "</span>");
    }

    private static String word(StatementJson.LineJson line) {
        return switch (line.kind()) {
            case EARNED -> "Time worked";
            case PAID -> "Paid out";
            case RETURNED -> "Payout returned";
            case ADJUSTED ->
                line.adjustmentKind() == null
                        ? words(line.what())
                        : capital(line.adjustmentKind().name());
        };
    }

    /** {@code BONUS} as people write it: Bonus. */
    private static String capital(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    /** {@code CreditPosted} as people write it: Credit posted. */
    private static String words(String name) {
        return name.charAt(0) + name.substring(1).replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private String span() {
        Instant from = statement.from();
        return (from == null ? "Up to " : day(from) + " to ") + end(statement.to());
    }

    private String day(Instant from) {
        ZonedDateTime at = from.atZone(zone);
        return (at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT).format(at);
    }

    /** The end is not included: what ends at midnight ends with the day before. */
    private String end(Instant to) {
        ZonedDateTime at = to.atZone(zone);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY.format(at.minusDays(1)) : MOMENT.format(at);
    }

    /** {@code h:mm}, with {@code :ss} where there are some. */
    static String hours(long seconds) {
        long whole = Math.abs(seconds);
        String sign = seconds < 0 ? "−" : "";
        String time = "%s%d:%02d".formatted(sign, whole / HOUR, whole % HOUR / MINUTE);
        return whole % MINUTE == 0 ? time : time + ":%02d".formatted(whole % MINUTE);
    }

    /** Major units in groups of three, with a minus that is as wide as a digit. */
    static String amount(Money amount) {
        String major = amount.toMajor();
        String digits = major.startsWith("-") ? major.substring(1) : major;
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        String whole = digits.substring(0, point).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
        return (major.startsWith("-") ? "−" : "") + whole + digits.substring(point);
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8").replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    }
}
