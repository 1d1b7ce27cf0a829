package io.daybook.api.drill;

import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who is paid in a round, and for what: one entry of work each, at a rate of their own. From the seed. */
record Workforce(LocalDate monday, List<Person> people) {
    /** @param minutes worked on the Monday, from eight o'clock */
    record Person(String reference, long centsAnHour, int minutes) {
        Money earned() {
            return new HourlyRate(Money.of(centsAnHour, "USD")).earnedIn(minutes * 60L);
        }

        String account() {
            return "acct_" + reference;
        }
    }

    static Workforce of(long seed, int round, int size, LocalDate monday) {
        SplittableRandom random = new SplittableRandom(seed * 31 + round);
        List<Person> people = new ArrayList<>();
        for (int number = 1; number <= size; number++)
            people.add(new Person(
                    "storm%05d".formatted(number), 2_500 + random.nextInt(17_501), 60 + random.nextInt(400)));
        return new Workforce(monday, List.copyOf(people));
    }

    Money total() {
        return people.stream().map(Person::earned).reduce(Money.of(0, "USD"), Money::plus);
    }

    String roster() {
        StringBuilder csv = new StringBuilder("reference,name,email,country,currency,project,hourlyRate,rateFrom,"
                + "weeklyCapHours,payoutDestination,overlap\n");
        for (Person person : people)
            csv.append(String.join(
                    ",",
                    person.reference(),
                    "Person " + person.reference(),
                    person.reference() + "@storm.example",
                    "US",
                    "USD",
                    "Storm",
                    Money.of(person.centsAnHour(), "USD").toMajor(),
                    monday.minusWeeks(8).toString(),
                    "",
                    person.account(),
                    "refuse\n"));
        return csv.toString();
    }

    /** As Clockify exports it. */
    String time() {
        StringBuilder csv = new StringBuilder("Project,Client,Description,Task,User,Group,Email,Tags,Billable,"
                + "Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),"
                + "Billable Amount (USD)\n");
        for (Person person : people) {
            int end = 8 * 60 + person.minutes();
            csv.append(String.join(
                    ",",
                    "Storm",
                    "Storm",
                    "Drill",
                    "Drill",
                    "Person " + person.reference(),
                    "",
                    person.reference() + "@storm.example",
                    "",
                    "Yes",
                    monday.toString(),
                    "08:00:00",
                    monday.toString(),
                    clock(end),
                    clock(person.minutes()),
                    hundredths(person.minutes()),
                    "",
                    "\n"));
        }
        return csv.toString();
    }

    private static String clock(int minutes) {
        return "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
    }

    /** Decimal hours as the tool prints them: two places, half up. */
    private static String hundredths(int minutes) {
        int hundredths = (minutes * 100 + 30) / 60;
        return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
    }
}
