package io.daybook.api.http.edge;

import io.daybook.api.boot.DaybookProperties;
import io.daybook.api.http.edge.Budget.Share;
import java.util.Optional;
import java.util.function.LongSupplier;

/** How much this node does for one caller before it says {@code rate-limited}. */
public final class Budgets {
    private static final int LOGINS_AT_ONCE = 10;
    private static final int REPORTS_AT_ONCE = 10;
    /** To check a signature takes some dozens of microseconds. */
    private static final int SIGNATURES_FOR_A_FAILURE = 10;
    /** Whoever has many addresses has no more of the database than this many of them. */
    private static final int ADDRESSES = 5;

    private static final int MOST_PER_SECOND = 1_000_000;

    private final Budget callers;
    private final Budget addresses;
    private final Budget reports;
    private final Budget failures;
    private final Budget signatures;
    private final Budget keys;
    private final Budget keysOfAll;

    public Budgets(DaybookProperties.Http http, LongSupplier nanoTime) {
        callers = new Budget("requests", http.requestsPerSecond(), http.burst(), nanoTime);
        addresses = new Budget("requests", http.requestsPerSecond(), http.burst(), nanoTime);
        int perSecond = http.reportsPerSecond();
        reports = new Budget("reports", perSecond, perSecond * REPORTS_AT_ONCE, nanoTime);
        int failuresPerSecond = http.failedLoginsPerSecond();
        failures = new Budget("failed-logins", failuresPerSecond, failuresPerSecond * LOGINS_AT_ONCE, nanoTime);
        signatures = logins("signatures", failuresPerSecond, SIGNATURES_FOR_A_FAILURE, nanoTime);
        keys = logins("api-keys", failuresPerSecond, 1, nanoTime);
        keysOfAll = logins("api-keys", failuresPerSecond, ADDRESSES, nanoTime);
    }

    private static Budget logins(String name, int failuresPerSecond, int times, LongSupplier nanoTime) {
        int perSecond = Math.min(MOST_PER_SECOND, failuresPerSecond) * times;
        return new Budget(name, perSecond, perSecond * LOGINS_AT_ONCE, nanoTime);
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

    /** Before the signature of a token is checked that was not believed lately. Empty where it may be. */
    public Optional<Share> beforeSignature(String address) {
        return refused(signatures.take(address));
    }

    /** The same before a key is looked up: by address, and of all addresses together. */
    public Optional<Share> beforeLookUp(String address) {
        return refused(keys.take(address)).or(() -> refused(keysOfAll.take("all")));
    }

    private static Optional<Share> refused(Share share) {
        return Optional.of(share).filter(one -> !one.granted());
    }
}
