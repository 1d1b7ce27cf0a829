package io.daybook.api.http.edge;

import io.daybook.api.boot.DaybookProperties;
import java.util.function.LongSupplier;

/** How much this node does for one caller before it says {@code rate-limited}. */
public final class Budgets {
    private static final int LOGINS_AT_ONCE = 10;
    private static final int REPORTS_AT_ONCE = 10;

    private final Budget callers;
    private final Budget addresses;
    private final Budget reports;
    private final Budget failures;

    public Budgets(DaybookProperties.Http http, LongSupplier nanoTime) {
        callers = new Budget("requests", http.requestsPerSecond(), http.burst(), nanoTime);
        addresses = new Budget("requests", http.requestsPerSecond(), http.burst(), nanoTime);
        int perSecond = http.reportsPerSecond();
        reports = new Budget("reports", perSecond, perSecond * REPORTS_AT_ONCE, nanoTime);
        int failuresPerSecond = http.failedLoginsPerSecond();
        failures = new Budget("failed-logins", failuresPerSecond, failuresPerSecond * LOGINS_AT_ONCE, nanoTime);
    }

    /** By subject: whoever shows a token. */
    public Budget callers() {
        return callers;
    }

    /** By {@link Address}: whoever shows none, where none is needed. */
    public Budget addresses() {
        return addresses;
    }

    /** By subject: what is read off the whole of the books. */
    public Budget reports() {
        return reports;
    }

    /** By {@link Address}: whoever shows a token that is not believed, or none where one is needed. */
    public Budget failures() {
        return failures;
    }
}
