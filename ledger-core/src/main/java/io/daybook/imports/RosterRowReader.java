package io.daybook.imports;

import static io.daybook.imports.RosterColumn.COUNTRY;
import static io.daybook.imports.RosterColumn.CURRENCY;
import static io.daybook.imports.RosterColumn.EMAIL;
import static io.daybook.imports.RosterColumn.HOURLY_RATE;
import static io.daybook.imports.RosterColumn.NAME;
import static io.daybook.imports.RosterColumn.OVERLAP;
import static io.daybook.imports.RosterColumn.PAYOUT_DESTINATION;
import static io.daybook.imports.RosterColumn.PROJECT;
import static io.daybook.imports.RosterColumn.RATE_FROM;
import static io.daybook.imports.RosterColumn.REFERENCE;
import static io.daybook.imports.RosterColumn.WEEKLY_CAP_HOURS;

import io.daybook.calendar.BookYears;
import io.daybook.kernel.Printed;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one record of a roster means. */
final class RosterRowReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(?:\\.\\d{1,12})?");
    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** In seconds: beyond any week, for those who write a high cap instead of none. */
    private static final BigDecimal HIGHEST_CAP = BigDecimal.valueOf(1_000_000L * 3600);

    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);

    private static final int LONGEST = 320;

    private final Header<RosterColumn> header;

    RosterRowReader(Header<RosterColumn> header) {
        this.header = header;
    }

    Parsed<RosterRow> read(CsvRecord record) {
        try {
            header.mustFit(record);
            return new Parsed.Good<>(record.row(), row(record));
        } catch (Refusal refusal) {
            return new Parsed.Bad<>(record.row(), refusal.error());
        }
    }

    private RosterRow row(CsvRecord record) {
        Currency currency = currency(record);
        return new RosterRow(
                value(record, REFERENCE),
                value(record, NAME),
                email(record),
                country(record),
                currency,
                value(record, PROJECT),
                rate(record, currency),
                rateFrom(record),
                cap(record),
                printed(header.text(record, PAYOUT_DESTINATION), PAYOUT_DESTINATION),
                overlapAllowed(record));
    }

    private String value(CsvRecord record, RosterColumn column) {
        String text = header.text(record, column);
        if (text.isEmpty())
            throw new Refusal(
                    header.label(column), "missing-value", "'" + header.label(column) + "' must not be blank.");
        return printed(text, column);
    }

    private String printed(String text, RosterColumn column) {
        if (!Printed.is(text)) throw bad(column, "This holds a character that is not printed.");
        if (text.length() > LONGEST) throw bad(column, "This holds at most " + LONGEST + " characters.");
        return text;
    }

    private String email(CsvRecord record) {
        String text = value(record, EMAIL);
        if (!EMAIL_SHAPE.matcher(text).matches()) throw bad(EMAIL, "This is no e-mail address.");
        return text;
    }

    private String country(CsvRecord record) {
        String code = value(record, COUNTRY).toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) throw bad(COUNTRY, "A country is its ISO 3166 code of two letters.");
        return code;
    }

    private Currency currency(CsvRecord record) {
        return Currencies.find(value(record, CURRENCY).toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new Refusal(
                        header.label(CURRENCY),
                        "unsupported-currency",
                        "A currency is an ISO 4217 code of three letters with minor units."));
    }

    private HourlyRate rate(CsvRecord record, Currency currency) {
        BigDecimal number = number(record, HOURLY_RATE);
        if (number.signum() <= 0) throw notPositive(HOURLY_RATE);
        Money perHour;
        try {
            perHour = Money.ofMajor(number.toPlainString(), currency);
        } catch (ArithmeticException e) {
            throw bad(HOURLY_RATE, "The rate is too high, or has more decimals than " + currency + " has.");
        }
        if (perHour.minor() > HourlyRate.MOST) throw bad(HOURLY_RATE, "An hourly rate has at most 12 digits.");
        return new HourlyRate(perHour);
    }

    private LocalDate rateFrom(CsvRecord record) {
        try {
            LocalDate date = LocalDate.parse(value(record, RATE_FROM));
            if (BookYears.hold(date)) return date;
        } catch (DateTimeParseException e) {
            throw badDate();
        }
        throw badDate();
    }

    private Refusal badDate() {
        return new Refusal(header.label(RATE_FROM), "bad-date", "A date is written as YYYY-MM-DD, from 1900 to 9998.");
    }

    private @Nullable Long cap(CsvRecord record) {
        if (header.text(record, WEEKLY_CAP_HOURS).isEmpty()) return null;
        BigDecimal seconds = number(record, WEEKLY_CAP_HOURS).multiply(HOUR).setScale(0, RoundingMode.HALF_EVEN);
        if (seconds.signum() <= 0) throw notPositive(WEEKLY_CAP_HOURS);
        if (seconds.compareTo(HIGHEST_CAP) > 0)
            throw bad(WEEKLY_CAP_HOURS, "A cap is at most 1000000 hours; leave it blank for none.");
        return seconds.longValueExact();
    }

    private boolean overlapAllowed(CsvRecord record) {
        return switch (header.text(record, OVERLAP).toLowerCase(Locale.ROOT)) {
            case "allow" -> true;
            case "refuse", "" -> false;
            default -> throw bad(OVERLAP, "Overlap is 'allow' or 'refuse'.");
        };
    }

    private BigDecimal number(CsvRecord record, RosterColumn column) {
        String text = value(record, column);
        if (!NUMBER.matcher(text).matches()) throw bad(column, "A number is written as 1234.50.");
        return new BigDecimal(text);
    }

    private Refusal notPositive(RosterColumn column) {
        return new Refusal(header.label(column), "not-positive", "'" + header.label(column) + "' is above zero.");
    }

    private Refusal bad(RosterColumn column, String message) {
        return new Refusal(header.label(column), "bad-value", message);
    }
}
