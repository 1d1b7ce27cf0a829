package io.daybook.bench;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** People who can be paid. */
record Payroll(int size) {
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
                        .append("@example.org,US,USD,Launch,50.00,2026-01-05,,acct_")
                        .append(person.replace("-", ""))
                        .append(",refuse\n"));
        return csv.toString();
    }
}
