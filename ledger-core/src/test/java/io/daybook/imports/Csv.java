package io.daybook.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Small files for tests. */
final class Csv {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String CLOCKIFY = "Project,Description,Task,User,Email,Start Date,Start Time,End Date,End Time,"
            + "Duration (h),Duration (decimal)\n";
    static final String HARVEST = "Date,Project,Task,Notes,Hours,First Name,Last Name,Employee Id\n";
    static final String DAYBOOK = "contractor,project,start,date,seconds,duration,task,notes\n";
    static final String ROSTER = "reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,"
            + "payoutDestination,overlap\n";

    private Csv() {}

    static List<Parsed<TimeRow>> read(TimeFormat format, String text) {
        return read(format, text.getBytes(UTF_8));
    }

    static List<Parsed<TimeRow>> read(TimeFormat format, byte[] bytes) {
        try {
            Opened<TimeFile> opened = TimeFile.open(format, in(bytes));
            assertThat(opened).isInstanceOf(Opened.Readable.class);
            TimeFile file = ((Opened.Readable<TimeFile>) opened).file();
            List<Parsed<TimeRow>> rows = all(file.read(in(bytes), BERLIN));
            assertThat(file.rows()).isEqualTo(rows.size());
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String refusal(TimeFormat format, byte[] bytes) {
        try {
            Opened<TimeFile> opened = TimeFile.open(format, in(bytes));
            assertThat(opened).isInstanceOf(Opened.Refused.class);
            return ((Opened.Refused<TimeFile>) opened).error().code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TimeRow only(TimeFormat format, String text) {
        List<Parsed<TimeRow>> rows = read(format, text);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<TimeRow>) rows.getFirst()).value();
    }

    static RowError error(TimeFormat format, String text) {
        List<Parsed<TimeRow>> rows = read(format, text);
        assertThat(rows).hasSize(1);
        return error(rows.getFirst());
    }

    static <T> RowError error(Parsed<T> row) {
        assertThat(row).isInstanceOf(Parsed.Bad.class);
        return ((Parsed.Bad<T>) row).error();
    }

    static <T> List<Parsed<T>> all(ImportRows<T> rows) throws IOException {
        List<Parsed<T>> read = new ArrayList<>();
        for (var row = rows.next(); row.isPresent(); row = rows.next()) read.add(row.get());
        return read;
    }

    static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
