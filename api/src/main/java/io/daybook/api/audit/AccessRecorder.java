package io.daybook.api.audit;

import io.daybook.api.http.problem.RequestId;
import io.daybook.api.security.Caller;
import io.daybook.api.security.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes down, before it is answered, who reads evidence, and what auditors read at all. Tiles of the public tree are left
 * out: they tell nothing, and whoever mirrors them asks for thousands. So is the progress of operations, which is asked for
 * again and again.
 */
final class AccessRecorder implements HandlerInterceptor {
    private static final String EVIDENCE = "/api/v1/audit/";
    private static final String TILES = EVIDENCE + "log/tile/";
    private static final String PROGRESS = "/api/v1/operations/";
    private static final int LONGEST = 2000;

    private final AuditAccessTable accesses;
    private final InstantSource clock;

    AccessRecorder(AuditAccessTable accesses, InstantSource clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /** A body that is streamed comes by here a second time. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST)
            Caller.ifAny()
                    .filter(caller -> isRecorded(request, caller))
                    .ifPresent(caller -> accesses.add(access(request, caller)));
        return true;
    }

    private static boolean isRecorded(HttpServletRequest request, Caller caller) {
        String pattern = pattern(request);
        if (isEvidence(request)) return !pattern.startsWith(TILES);
        return caller.hasAny(Role.AUDITOR) && request.getMethod().equals("GET") && !pattern.startsWith(PROGRESS);
    }

    private static boolean isEvidence(HttpServletRequest request) {
        return pattern(request).startsWith(EVIDENCE);
    }

    /** Of the path, as the controllers have it: one for all spellings of it. */
    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private AuditAccess access(HttpServletRequest request, Caller caller) {
        return new AuditAccess(
                0,
                clock.instant(),
                caller.subject(),
                caller.acting(),
                caller.roles().stream().map(Role::label).sorted().toList(),
                request.getMethod() + " " + pattern(request),
                cut(request.getRequestURI()),
                cut(query(request)),
                Objects.requireNonNullElse(RequestId.of(request), ""));
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) return "";
        return isEvidence(request)
                ? query
                : String.join("&", new TreeSet<>(Collections.list(request.getParameterNames())));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
