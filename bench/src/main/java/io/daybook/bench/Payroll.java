package io.daybook.bench;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who can be paid, half of them on each of two projects. */
record Payroll(int size) {
    static final String FIRST = "Launch";
    private static final String SECOND = "Field";

    private String project(String person) {
        return Integer.parseInt(person.substring(2)) < size / 2 ? FIRST : SECOND;
    }

    Stream<String> references(int count) {
        return IntStream.range(0, count).mapToObj("P-%05d"::formatted);
    }

    String roster() {
        StringBuilder csv = new StringBuilder("reference,name,email,country,currency,project,hourlyRate,rateFrom,"
                + "weeklyCapHours,payoutDestination,overlap\n");
        references(size)
                .forEach(person -> csv.append(person)
                        .append(",Person ")
                        .append(person)
                        .append(",")
                        .append(person)
                        .append("@example.org,US,USD,")
                        .append(project(person))
                        .append(",50.00,2026-01-05,,acct_")
                        .append(person.replace("-", ""))
                        .append(",refuse\n"));
        return csv.toString();
    }

    /** Everybody's hours on each of the first {@code days} of a week. */
    String hours(LocalDate monday, int days) {
        StringBuilder csv = new StringBuilder("contractor,project,date,seconds,task,notes\n");
        references(size)
                .forEach(person -> IntStream.range(0, days)
                        .forEach(day -> csv.append(person)
                                .append(',')
                                .append(project(person))
                                .append(',')
                                .append(monday.plusDays(day))
                                .append(',')
                                .append(25_200 + 60 * day)
                                .append(",Review,as agreed\n")));
        return csv.toString();
    }
}
