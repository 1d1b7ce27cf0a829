package io.daybook.api.http.edge;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The same allowance for everybody, each their own. Who has not asked for a while is forgotten, for their bucket is full again. */
public final class Budget {
    private static final int CALLERS = 50_000;

    /** Room is made for many at once, so that to look at everybody is rare however many strangers come. */
    private static final int AFTER_MAKING_ROOM = CALLERS * 9 / 10;

    private static final long SECOND = 1_000_000_000L;

    private final String name;
    private final int perSecond;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

    Budget(String name, int perSecond, int burst, LongSupplier nanoTime) {
        this.name = name;
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanoTime = nanoTime;
    }

    /**
     * One request's share of a budget, as the headers of the IETF's draft have it.
     *
     * @param policy for {@code RateLimit-Policy}
     * @param rest for {@code RateLimit}
     * @param retryAfterSeconds 0 where it was granted
     */
    public record Share(boolean granted, String policy, String rest, long retryAfterSeconds) {}

    public Share take(String caller) {
        long now = nanoTime.getAsLong();
        if (allowances.size() >= CALLERS) makeRoom(now);
        Allowance.Rest rest = allowances
                .computeIfAbsent(caller, unknown -> new Allowance(perSecond, burst, now))
                .take(now);
        return share(rest);
    }

    /** What {@link #take} would be refused with just now; empty where it would not. Takes nothing. */
    public Optional<Share> spent(String caller) {
        Allowance allowance = allowances.get(caller);
        if (allowance == null) return Optional.empty();
        Allowance.Rest rest = allowance.look(nanoTime.getAsLong());
        return rest.taken() ? Optional.empty() : Optional.of(share(rest));
    }

    private Share share(Allowance.Rest rest) {
        String policy = "\"%s\";q=%d;w=%d".formatted(name, burst, Math.max(1, burst / perSecond));
        String left = "\"%s\";r=%d;t=%d".formatted(name, rest.remaining(), seconds(rest.fullNanos()));
        return new Share(rest.taken(), policy, left, rest.taken() ? 0 : Math.max(1, seconds(rest.waitNanos())));
    }

    int callers() {
        return allowances.size();
    }

    /** Full buckets tell nothing. Where nobody's is, somebody starts anew, which is better than to remember without end. */
    private void makeRoom(long now) {
        allowances.values().removeIf(allowance -> allowance.isFull(now));
        Iterator<String> anybody = allowances.keySet().iterator();
        while (allowances.size() > AFTER_MAKING_ROOM && anybody.hasNext()) {
            anybody.next();
            anybody.remove();
        }
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }
}
