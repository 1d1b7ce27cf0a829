package io.daybook.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.money.Money;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterFileTest {
    private static final String ADA = "C-1,Ada,ada@x.example,gb,usd,Atlas,104.08,2026-01-01,37.5,acct_1,allow";

    @Test
    void a_row_is_a_contractor_on_a_project() throws IOException {
        RosterRow row = ((Parsed.Good<RosterRow>) only(ADA)).value();
        assertThat(row.rate().perHour()).isEqualTo(Money.of(10_408, "USD"));
        assertThat(row.rateFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(row.weeklyCapSeconds()).isEqualTo(135_000);
        assertThat(row.country()).isEqualTo("GB");
        assertThat(row.overlapAllowed()).isTrue();
    }

    @Test
    void a_blank_cap_is_none_and_overlap_is_refused_unless_allowed() throws IOException {
        RosterRow row =
                ((Parsed.Good<RosterRow>) only("C-1,Ada,ada@x.example,GB,KWD,Atlas,1.234,2026-01-01,,,")).value();
        assertThat(row.rate().perHour()).isEqualTo(Money.of(1_234, "KWD"));
        assertThat(row.weeklyCapSeconds()).isNull();
        assertThat(row.payoutDestination()).isEmpty();
        assertThat(row.overlapAllowed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "C-1, '', reference, missing-value",
        "Ada, ' ', name, missing-value",
        "Atlas, '', project, missing-value",
        "ada@x.example, ada, email, bad-value",
        "gb, XX, country, bad-value",
        "usd, US, currency, unsupported-currency",
        "usd, XAU, currency, unsupported-currency",
        "104.08, '', hourlyRate, missing-value",
        "104.08, 104.085, hourlyRate, bad-value",
        "104.08, 1e5, hourlyRate, bad-value",
        "104.08, 0.00, hourlyRate, not-positive",
        "104.08, 10000000000.00, hourlyRate, bad-value",
        "104.08, 99999999999999999999, hourlyRate, bad-value",
        "37.5, 99999999999999999999, weeklyCapHours, bad-value",
        "104.08, -3, hourlyRate, not-positive",
        "2026-01-01, 01/02/2026, rateFrom, bad-date",
        "2026-01-01, 2026-02-30, rateFrom, bad-date",
        "37.5, 0, weeklyCapHours, not-positive",
        "37.5, many, weeklyCapHours, bad-value",
        "allow, maybe, overlap, bad-value"
    })
    void what_is_wrong_with_a_row_is_said_of_its_column(String part, String instead, String column, String code)
            throws IOException {
        assertThat(Csv.error(only(ADA.replace(part, instead))))
                .extracting(RowError::column, RowError::code)
                .containsExactly(column, code);
    }

    @Test
    void a_roster_needs_its_columns() throws IOException {
        Opened<RosterFile> opened = RosterFile.open(Csv.in("reference,name\n".getBytes(UTF_8)));
        assertThat(((Opened.Refused<RosterFile>) opened).error())
                .extracting(RowError::column, RowError::code)
                .containsExactly("email", "missing-column");
    }

    private static Parsed<RosterRow> only(String row) throws IOException {
        byte[] bytes = (Csv.ROSTER + row + "\n").getBytes(UTF_8);
        RosterFile file = ((Opened.Readable<RosterFile>) RosterFile.open(Csv.in(bytes))).file();
        List<Parsed<RosterRow>> rows = Csv.all(file.read(Csv.in(bytes)));
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }
}
