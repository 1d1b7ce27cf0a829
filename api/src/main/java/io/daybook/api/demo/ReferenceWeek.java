package io.daybook.api.demo;

import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One pay week of the reference operator: about ten entries a contractor, mornings and afternoons from Monday to Friday,
 * at $25 to $200 an hour. The same seed gives the same files, and says beforehand what they must come to.
 *
 * @param from the week's Monday
 */
record ReferenceWeek(long seed, int contractors, LocalDate from) {
    private static final int ENTRIES_EACH = 10;
    private static final int PROJECTS = 48;
    private static final List<String> COUNTRIES =
            List.of("US", "IN", "NG", "BR", "KE", "PH", "PL", "ES", "DE", "FR", "GB", "MX", "AR", "ZA", "VN", "TR");
    private static final List<String> GIVEN = List.of(
            "Amara", "Lucia", "Yuki", "Jonas", "Priya", "Chloe", "Mateus", "Ewa", "Tom", "Fatima", "Liam", "Sofia",
            "Noah", "Ingrid", "Ali", "Maya", "Chidi", "Ana", "Ravi", "Mei", "Omar", "Elena", "Kofi", "Nora");
    private static final List<String> FAMILY = List.of(
            "Okafor",
            "Fernandez",
            "Tanaka",
            "Weber",
            "Nair",
            "Martin",
            "Rocha",
            "Kowalska",
            "OBrien",
            "Zahra",
            "Chen",
            "Rossi",
            "Smith",
            "Berg",
            "Demir",
            "Levi",
            "Mwangi",
            "Silva",
            "Patel",
            "Nguyen",
            "Haddad",
            "Novak",
            "Mensah");

    /** What the two files must come to. */
    record Expected(int contractors, int entries, long seconds, Money earned) {}

    private record Person(
            int number, String name, String country, long centsAnHour, List<String> projects, boolean payable) {
        String reference() {
            return "C-%05d".formatted(number);
        }

        String email() {
            return "c%05d@experts.example".formatted(number);
        }
    }

    private record Entry(LocalDate date, LocalTime start, int minutes, String project) {}

    Expected write(Path roster, Path time) {
        int entries = 0;
        long seconds = 0;
        Money earned = Money.of(0, "USD");
        try (Writer people = Files.newBufferedWriter(roster);
                Writer worked = Files.newBufferedWriter(time)) {
            people.write("reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,"
                    + "payoutDestination,overlap\n");
            worked.write("Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,"
                    + "End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)\n");
            for (int number = 1; number <= contractors; number++) {
                SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
                Person person = person(number, random);
                for (String project : person.projects()) people.write(rosterLine(person, project));
                HourlyRate rate = new HourlyRate(Money.of(person.centsAnHour(), "USD"));
                for (Entry entry : entries(person, random)) {
                    worked.write(timeLine(person, entry));
                    entries++;
                    seconds += entry.minutes() * 60L;
                    earned = earned.plus(rate.earnedIn(entry.minutes() * 60L));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the week's files could not be written", e);
        }
        return new Expected(contractors, entries, seconds, earned);
    }

    private Person person(int number, SplittableRandom random) {
        String name = GIVEN.get(random.nextInt(GIVEN.size())) + " " + FAMILY.get(random.nextInt(FAMILY.size()));
        long centsAnHour = 2_500 + random.nextInt(17_501);
        int first = random.nextInt(PROJECTS);
        List<String> projects = random.nextInt(10) == 0
                ? List.of(project(first), project((first + 1 + random.nextInt(PROJECTS - 1)) % PROJECTS))
                : List.of(project(first));
        boolean payable = random.nextInt(200) != 0;
        return new Person(
                number, name, COUNTRIES.get(random.nextInt(COUNTRIES.size())), centsAnHour, projects, payable);
    }

    private static String project(int number) {
        return "Project %02d".formatted(number + 1);
    }

    private List<Entry> entries(Person person, SplittableRandom random) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < ENTRIES_EACH; i++) {
            LocalTime opens = i % 2 == 0 ? LocalTime.of(8, 0) : LocalTime.of(13, 0);
            entries.add(new Entry(
                    from.plusDays(i / 2),
                    opens.plusMinutes(random.nextInt(60)),
                    24 + random.nextInt(97),
                    person.projects().get(random.nextInt(person.projects().size()))));
        }
        return entries;
    }

    private String rosterLine(Person person, String project) {
        return String.join(
                ",",
                person.reference(),
                person.name(),
                person.email(),
                person.country(),
                "USD",
                project,
                Money.of(person.centsAnHour(), "USD").toMajor(),
                from.minusWeeks(8).toString(),
                "40",
                person.payable() ? "acct_%05d".formatted(person.number()) : "",
                "refuse\n");
    }

    private static String timeLine(Person person, Entry entry) {
        LocalTime end = entry.start().plusMinutes(entry.minutes());
        return String.join(
                ",",
                entry.project(),
                "Reference operator",
                "Expert review",
                "Review",
                person.name(),
                "Experts",
                person.email(),
                "",
                "Yes",
                entry.date().toString(),
                entry.start() + ":00",
                entry.date().toString(),
                end + ":00",
                "%02d:%02d:00".formatted(entry.minutes() / 60, entry.minutes() % 60),
                hundredths(entry.minutes()),
                "",
                "\n");
    }

    /** Decimal hours as the tool prints them: two places, half up. */
    private static String hundredths(int minutes) {
        int hundredths = (minutes * 100 + 30) / 60;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}
