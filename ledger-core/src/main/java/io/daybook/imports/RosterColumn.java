package io.daybook.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a roster, each called by its own name. */
enum RosterColumn {
    REFERENCE("reference", true),
    NAME("name", true),
    EMAIL("email", true),
    COUNTRY("country", true),
    CURRENCY("currency", true),
    PROJECT("project", true),
    HOURLY_RATE("hourlyRate", true),
    RATE_FROM("rateFrom", true),
    WEEKLY_CAP_HOURS("weeklyCapHours", false),
    PAYOUT_DESTINATION("payoutDestination", false),
    OVERLAP("overlap", false);

    static final Layout<RosterColumn> LAYOUT = new Layout<>(
            Arrays.stream(values())
                    .collect(Collectors.toMap(Function.identity(), (RosterColumn column) -> List.of(column.label))),
            Arrays.stream(values())
                    .filter(column -> column.required)
                    .map(Set::of)
                    .toList());

    private final String label;
    private final boolean required;

    RosterColumn(String label, boolean required) {
        this.label = label;
        this.required = required;
    }
}
