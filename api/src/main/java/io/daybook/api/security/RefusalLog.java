package io.daybook.api.security;

import static java.util.Objects.requireNonNull;

import io.daybook.api.http.problem.RequestId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line and one count for each request that security turns away. The line holds words of ours only: the reason, the route as
 * the table has it, the request's id. Of what the caller sent, nothing: it might forge a line, or give a secret away.
 */
final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final String ACTUATOR = "/actuator";

    private final Map<Refusal, Counter> counters;

    RefusalLog(MeterRegistry registry) {
        counters = Arrays.stream(Refusal.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        why -> Counter.builder("daybook.requests.refused")
                                .description("Requests that security turned away")
                                .tag("reason", why.label())
                                .register(registry),
                        (one, other) -> one,
                        () -> new EnumMap<>(Refusal.class)));
    }

    void note(Refusal why, HttpServletRequest request) {
        count(why);
        LOG.warn(line(why, request));
    }

    /** What we could not find out, with the failure that kept us from it. */
    void noteFailure(Refusal why, HttpServletRequest request, Exception failure) {
        count(why);
        LOG.warn(line(why, request), failure);
    }

    private void count(Refusal why) {
        requireNonNull(counters.get(why)).increment();
    }

    static String line(Refusal why, HttpServletRequest request) {
        return "refused: " + why.label() + " at " + place(request) + ", request " + RequestId.of(request);
    }

    private static String place(HttpServletRequest request) {
        String path = RouteAccess.pathOf(request);
        return Routes.table()
                .find(request.getMethod(), path)
                .map(route -> route.method() + " " + route.path().getPatternString())
                .orElse(path.startsWith(ACTUATOR) ? ACTUATOR : "no route");
    }
}
