package io.daybook.api.security;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Rows by path, looked up by what a request asks for. Filled once, then only read. */
public final class RouteTable {
    private static final String BASE = "/api/v1";

    private final List<Route> routes = new ArrayList<>();
    /** No pattern spans several segments, so only those of a path's own depth can match it. */
    private final Map<Long, List<Route>> byDepth = new HashMap<>();

    RouteTable() {}

    void get(String path, Role... roles) {
        Set<Role> allowed = EnumSet.copyOf(Set.of(roles));
        allowed.addAll(Routes.readers());
        add(HttpMethod.GET, path, allowed, false, false);
    }

    void post(String path, Role... roles) {
        add(HttpMethod.POST, path, Set.of(roles), false, false);
    }

    void keyed(String path, Role... roles) {
        add(HttpMethod.POST, path, Set.of(roles), false, true);
    }

    void put(String path, Role... roles) {
        add(HttpMethod.PUT, path, Set.of(roles), false, false);
    }

    void delete(String path, Role... roles) {
        add(HttpMethod.DELETE, path, Set.of(roles), false, false);
    }

    void open(String path) {
        add(HttpMethod.POST, path, Set.of(), true, false);
    }

    public List<Route> all() {
        return List.copyOf(routes);
    }

    /** The most specific row for a method and a path; HEAD asks what GET asks. */
    public Optional<Route> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return on(path).stream()
                .filter(route -> route.method().matches(wanted))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.path(), other.path()));
    }

    /** Every row for a path, whatever the method. */
    public List<Route> on(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return byDepth.getOrDefault(depth(path), List.of()).stream()
                .filter(route -> route.path().matches(parsed))
                .toList();
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private void add(HttpMethod method, String path, Set<Role> roles, boolean open, boolean keyed) {
        PathPattern pattern = PathPatternParser.defaultInstance.parse(BASE + path);
        if (routes.stream()
                .anyMatch(route -> route.method().equals(method) && route.path().equals(pattern)))
            throw new IllegalStateException(method + " " + path + " stands in the table twice");
        if (path.contains("*")) throw new IllegalStateException(path + " spans several segments");
        Route route = new Route(method, pattern, Set.copyOf(roles), open, keyed);
        routes.add(route);
        byDepth.computeIfAbsent(depth(BASE + path), depth -> new ArrayList<>()).add(route);
    }
}
