package io.daybook.api.http.request;

import io.daybook.api.http.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a handler would pass over: a parameter that it does not take, which a misspelt filter is, and a second value
 * of one that it takes once. What it takes is read off it.
 */
final class KnownParameters implements HandlerInterceptor {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null || !(handler instanceof HandlerMethod method)) return true;
        Set<String> taken = known.computeIfAbsent(method.getMethod(), unused -> taken(method));
        Set<String> seen = new HashSet<>();
        for (String name : Upload.names(request)) {
            if (!taken.contains(name)) throw unknown(name, taken);
            if (!seen.add(name))
                throw ProblemException.of("duplicate-parameter", "The parameter " + name + " is given twice.");
        }
        return true;
    }

    /** The names of the query that a handler takes, each once. */
    static Set<String> taken(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        QueryNames read = handler.getMethodAnnotation(QueryNames.class);
        if (read != null) names.addAll(List.of(read.value()));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == PageRequest.class) names.addAll(PageRequest.NAMES);
            RequestParam wanted = parameter.getParameterAnnotation(RequestParam.class);
            if (wanted == null) continue;
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            Stream.of(wanted.name(), String.valueOf(parameter.getParameterName()))
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    private static ProblemException unknown(String name, Set<String> taken) {
        String what = HARMLESS.matcher(name).matches() ? " called " + name : " of that name";
        String near = nearest(name, taken)
                .map(known -> "; did you mean " + known + "?")
                .orElse(".");
        String all = taken.isEmpty() ? " It takes none." : " It takes " + String.join(", ", taken) + ".";
        return ProblemException.of("unknown-parameter", "This path takes no parameter" + what + near + all);
    }

    private static Optional<String> nearest(String name, Set<String> taken) {
        return taken.stream()
                .filter(known -> distance(name, known) <= Math.max(2, known.length() / 3))
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, taken out or changed, whatever their case. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) row[j] = j;
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1));
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
