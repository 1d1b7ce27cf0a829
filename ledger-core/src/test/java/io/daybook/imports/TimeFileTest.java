package io.daybook.imports;

import static io.daybook.imports.TimeFormat.CLOCKIFY;
import static io.daybook.imports.TimeFormat.HARVEST;
import static io.daybook.imports.TimeFormat.TOGGL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeFileTest {
    private static final String ROW = "2026-03-02,Atlas,Build,\"a, \"\"b\"\"\r\nc\",1.50,Ada,Lovelace,E-1";

    @Test
    void a_byte_order_mark_quotes_line_breaks_and_any_line_end_are_read() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = "\uFEFF" + Csv.HARVEST.replace("\n", end) + end + ROW + end + end;
            TimeRow row = Csv.only(HARVEST, text);
            assertThat(row.notes()).isEqualTo("a, \"b\"\nc");
            assertThat(row.seconds()).isEqualTo(5400);
            assertThat(row.who()).isEqualTo(new TimeRow.Who("", "E-1", "Ada Lovelace"));
        }
    }

    @Test
    void headers_are_found_by_name_whatever_their_order_case_and_company() {
        TimeRow row =
                Csv.only(HARVEST, "HOURS,Client, project ,date,\"Last  Name\",Tags\n2,X,Atlas,2026-03-02,Doe,t\n");
        assertThat(row.project()).isEqualTo("Atlas");
        assertThat(row.date()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void a_toggl_export_is_read_in_its_present_and_its_former_words() {
        String times = "Yes,2026-03-02,09:00:00,2026-03-02,10:30:00,01:30:00,tag,90.00\n";
        TimeRow former = Csv.only(
                TOGGL,
                "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,"
                        + "Tags,Amount (USD)\nAda,ada@x.example,C,Atlas,Build,n," + times);
        TimeRow present = Csv.only(
                TOGGL,
                "Member,Email,Client,Project,Task,Description,Billable,Start date,Start time,Stop date,Stop time,Duration,"
                        + "Tags,Amount\nAda,ada@x.example,C,Atlas,Build,n," + times);
        assertThat(present).isEqualTo(former);
        assertThat(present.who()).isEqualTo(new TimeRow.Who("ada@x.example", "", "Ada"));
        assertThat(present.seconds()).isEqualTo(5400);
        assertThat(present.start()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void a_file_with_a_header_alone_has_no_rows() {
        assertThat(Csv.read(HARVEST, Csv.HARVEST)).isEmpty();
    }

    @Test
    void a_file_without_a_record_is_empty() {
        assertThat(Csv.refusal(HARVEST, new byte[0])).isEqualTo("empty-file");
        assertThat(Csv.refusal(HARVEST, "\uFEFF\r\n\n".getBytes(UTF_8))).isEqualTo("empty-file");
    }

    @Test
    void a_file_without_a_column_it_needs_is_refused() {
        assertThat(Csv.refusal(HARVEST, bytes("Date,Project,First Name\n"))).isEqualTo("missing-column");
        assertThat(Csv.refusal(CLOCKIFY, bytes(Csv.HARVEST))).isEqualTo("missing-column");
    }

    @Test
    void a_file_with_a_column_twice_is_refused() {
        assertThat(Csv.refusal(HARVEST, bytes("Date,Project,Hours,Last Name,hours\n")))
                .isEqualTo("duplicate-column");
    }

    @Test
    void only_utf_8_is_read() {
        String text = Csv.HARVEST + "2026-03-02,Atlas,Bäcker,,1,Ada,Lovelace,E-1\n";
        assertThat(Csv.refusal(HARVEST, text.getBytes(ISO_8859_1))).isEqualTo("bad-encoding");
        assertThat(Csv.refusal(HARVEST, text.getBytes(UTF_16))).isEqualTo("bad-encoding");
        assertThat(Csv.refusal(HARVEST, text.getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .isEqualTo("bad-encoding");
    }

    @Test
    void the_whole_file_decides_the_order_of_its_dates() {
        String march = Csv.HARVEST + "03/04/2026,Atlas,,,1,,,E-1\n";
        assertThat(date(march + "13/04/2026,Atlas,,,1,,,E-1\n")).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(date(march + "04/13/2026,Atlas,,,1,,,E-1\n")).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(date(march.replace("03/04", "05/05"))).isEqualTo(LocalDate.of(2026, 5, 5));
        assertThat(Csv.refusal(HARVEST, bytes(march))).isEqualTo("ambiguous-dates");
        assertThat(Csv.refusal(HARVEST, bytes(march + "13/04/2026,A,,,1,,,E-1\n04/13/2026,A,,,1,,,E-1\n")))
                .isEqualTo("ambiguous-dates");
    }

    @Test
    void a_date_in_the_other_order_than_its_file_is_a_bad_row() {
        String text = Csv.HARVEST + "13/04/2026,A,,,1,,,E-1\n14/04/2026,A,,,1,,,E-1\n04/15/2026,A,,,1,,,E-1\n";
        assertThat(Csv.error(Csv.read(HARVEST, text).get(2)))
                .extracting(RowError::column, RowError::code)
                .containsExactly("Date", "bad-date");
    }

    @Test
    void dates_may_be_written_with_slashes_dashes_or_dots() {
        for (String printed :
                List.of("2026-04-13", "2026/04/13", "2026.04.13", "13.04.2026", "13-04-2026", "04/13/2026"))
            assertThat(date(Csv.HARVEST + printed + ",Atlas,,,1,,,E-1\n"))
                    .as(printed)
                    .isEqualTo(LocalDate.of(2026, 4, 13));
    }

    @Test
    void one_endless_row_costs_itself_only() {
        String good = "2026-03-02,Atlas,,,1,,,E-1\n";
        String text = Csv.HARVEST + good + "2026-03-02,Atlas,,\"" + "x".repeat(70_000) + "\n\",1,,,E-1\n" + good;
        List<Parsed<TimeRow>> rows = Csv.read(HARVEST, text);
        assertThat(rows).extracting(Parsed::row).containsExactly(2L, 3L, 4L);
        assertThat(Csv.error(rows.get(1)).code()).isEqualTo("row-too-long");
        assertThat(rows.get(2)).isInstanceOf(Parsed.Good.class);
    }

    @Test
    void a_row_with_other_columns_than_the_header_is_refused() {
        assertThat(Csv.error(HARVEST, Csv.HARVEST + "2026-03-02,Atlas,,,1,,E-1\n")
                        .code())
                .isEqualTo("wrong-column-count");
    }

    private static LocalDate date(String text) {
        return ((Parsed.Good<TimeRow>) Csv.read(HARVEST, text).getFirst())
                .value()
                .date();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
