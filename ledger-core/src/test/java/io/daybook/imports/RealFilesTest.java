package io.daybook.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Real exports, read with a roster's rates, come to figures worked out elsewhere. */
class RealFilesTest {
    private static final Path DATA =
            Path.of(System.getProperty("daybook.test-data", "../shared/data")).resolve("time");

    @Test
    void eleven_years_of_a_real_team_in_a_harvest_export() throws IOException {
        Sums sums = sum(
                TimeFormat.HARVEST, "sip-harvest.csv", "sip-roster.csv", RosterRow::reference, TimeRow.Who::employeeId);
        assertThat(sums.codes).isEqualTo(Map.of("over-24h", 752));
        assertThat(sums.accepted).isEqualTo(11_547);
        assertThat(sums.seconds).isEqualTo(146_468_700);
        assertThat(sums.cents).isEqualTo(491_201_767);
        assertThat(sums.people).hasSize(22);
    }

    @Test
    void the_time_log_of_a_real_company_in_a_clockify_export() throws IOException {
        Sums sums = sum(
                TimeFormat.CLOCKIFY,
                "cesaw-org-c-clockify.csv",
                "cesaw-org-c-roster.csv",
                RosterRow::email,
                TimeRow.Who::email);
        assertThat(sums.codes).isEqualTo(Map.of("not-positive", 202, "over-24h", 7));
        assertThat(sums.accepted).isEqualTo(42_240);
        assertThat(sums.seconds).isEqualTo(98_686_260);
        assertThat(sums.cents).isEqualTo(350_245_664);
        assertThat(sums.people).hasSize(68);
    }

    @Test
    void the_rosters_pay_each_person_by_their_number() throws IOException {
        for (String roster : List.of("sip-roster.csv", "cesaw-org-c-roster.csv"))
            rates(roster, RosterRow::reference).forEach((key, rate) -> {
                long number = Long.parseLong(key.substring(key.indexOf('-') + 1, key.indexOf(' ')));
                assertThat(rate.perHour()).isEqualTo(Money.of(4500 + number * 7919 % 15_501, "USD"));
            });
    }

    private static final class Sums {
        private final Map<String, Integer> codes = new HashMap<>();
        private final Map<String, Long> people = new HashMap<>();
        private int accepted;
        private long seconds;
        private long cents;

        private void add(String person, long worked, HourlyRate rate) {
            long earned = rate.earnedIn(worked).minor();
            accepted++;
            seconds += worked;
            cents += earned;
            people.merge(person, earned, Long::sum);
        }
    }

    private static Sums sum(
            TimeFormat format,
            String file,
            String roster,
            Function<RosterRow, String> rosterKey,
            Function<TimeRow.Who, String> rowKey)
            throws IOException {
        Map<String, HourlyRate> rates = rates(roster, rosterKey);
        Sums sums = new Sums();
        for (Parsed<TimeRow> row : time(format, file)) {
            switch (row) {
                case Parsed.Good<TimeRow> good -> {
                    TimeRow time = good.value();
                    String person = rowKey.apply(time.who());
                    sums.add(person, time.seconds(), Objects.requireNonNull(rates.get(person + " " + time.project())));
                }
                case Parsed.Bad<TimeRow> bad -> sums.codes.merge(bad.error().code(), 1, Integer::sum);
            }
        }
        return sums;
    }

    private static List<Parsed<TimeRow>> time(TimeFormat format, String name) throws IOException {
        Opened<TimeFile> opened;
        try (InputStream in = open(name)) {
            opened = TimeFile.open(format, in);
        }
        try (InputStream in = open(name)) {
            return Csv.all(((Opened.Readable<TimeFile>) opened).file().read(in, ZoneOffset.UTC));
        }
    }

    private static Map<String, HourlyRate> rates(String name, Function<RosterRow, String> key) throws IOException {
        Opened<RosterFile> opened;
        try (InputStream in = open(name)) {
            opened = RosterFile.open(in);
        }
        try (InputStream in = open(name)) {
            return Csv.all(((Opened.Readable<RosterFile>) opened).file().read(in)).stream()
                    .map(row -> ((Parsed.Good<RosterRow>) row).value())
                    .collect(Collectors.toMap(row -> key.apply(row) + " " + row.project(), RosterRow::rate));
        }
    }

    private static InputStream open(String name) throws IOException {
        Path file = DATA.resolve(name);
        assumeTrue(Files.isReadable(file), "the test data is not here: " + file);
        return Files.newInputStream(file);
    }
}
