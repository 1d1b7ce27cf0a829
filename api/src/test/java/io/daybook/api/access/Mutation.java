package io.daybook.api.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A documented request, changed in a way that some server, proxy or framework is known to overlook.
 *
 * @param same whether it is another spelling of the same request, and so may be answered as that one is
 */
record Mutation(
        String name, String method, String target, String version, List<String> headers, String body, boolean same) {
    private static final List<String> VERBS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY", "get", "X");
    /** Verbs by which others are said to be smuggled. */
    private static final Set<String> TUNNELS = Set.of("GET", "POST", "PATCH");

    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method");
    private static final List<String> REWRITES = List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix");
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private static final List<String> UPGRADE =
            List.of("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");

    Mutation(String name, String method, String target, List<String> headers, String body, boolean same) {
        this(name, method, target, "HTTP/1.1", headers, body, same);
    }

    /** @param documented the verbs that the document has for the path; @param url of the server */
    static List<Mutation> of(String method, String path, String body, Set<String> documented, String url) {
        List<Mutation> all = new ArrayList<>();
        for (String target : targets(path)) all.add(new Mutation("path", method, target, List.of(), body, false));
        for (String target : misread(path)) all.add(new Mutation("path", method, target, List.of(), body, false));
        for (String verb : VERBS)
            if (!documented.contains(verb) && !(verb.equals("HEAD") && documented.contains("GET")))
                all.addAll(verbs(verb, method, path, body));
        boolean reads = method.equals("GET");
        for (String header : REWRITES) {
            String elsewhere = header + ": " + path;
            all.add(new Mutation("rewrite", method, "/nowhere", List.of(elsewhere), body, false));
            all.add(new Mutation("rewrite", method, "/api/v1/nowhere", List.of(elsewhere), body, false));
        }
        if (!reads) return all;
        all.add(new Mutation("head", "HEAD", path, List.of(), "", true));
        all.add(new Mutation("encoded", "GET", path.replace("/api/", "/%61pi/"), List.of(), "", true));
        all.add(new Mutation("encoded", "GET", path.replace("/v1/", "/%76%31/"), List.of(), "", true));
        all.add(new Mutation("absolute", "GET", url + path, List.of(), "", true));
        all.add(new Mutation("absolute", "GET", "http://elsewhere.example" + path, List.of(), "", true));
        all.add(new Mutation("old", "GET", path, "HTTP/1.0", List.of(), "", true));
        all.add(new Mutation("upgrade", "GET", path, UPGRADE, "", true));
        for (String header : OVERRIDES)
            all.add(new Mutation("override", "GET", path, List.of(header + ": POST"), "", true));
        all.add(new Mutation("override", "GET", path + "?_method=DELETE", List.of(), "", true));
        return all;
    }

    private static List<Mutation> verbs(String verb, String method, String path, String body) {
        List<Mutation> all = new ArrayList<>();
        all.add(new Mutation("verb", verb, path, List.of(), body, false));
        if (!TUNNELS.contains(verb)) return all;
        for (String header : OVERRIDES)
            all.add(new Mutation("override", verb, path, List.of(header + ": " + method), body, false));
        all.add(new Mutation("override", verb, path + "?_method=" + method, List.of(), body, false));
        all.add(new Mutation("override", verb, path, List.of(FORM), "_method=" + method, false));
        return all;
    }

    private static List<String> targets(String path) {
        int last = path.lastIndexOf('/');
        String before = path.substring(0, last);
        String end = path.substring(last + 1);
        return List.of(
                path + "/",
                path + "//",
                path + ";",
                path + ";jsessionid=1",
                path + "/;x=1",
                before + ";x=1/" + end,
                "/api/v1;x" + path.substring("/api/v1".length()),
                path.toUpperCase(Locale.ROOT),
                "/API" + path.substring("/api".length()),
                "/api/V1" + path.substring("/api/v1".length()),
                "/" + path,
                before + "//" + end,
                before + "/./" + end,
                before + "/x/../" + end,
                "/actuator/health/.." + path,
                "/actuator/health/..;" + path,
                "/v3/api-docs/.." + path,
                "/v3/api-docs/%2e%2e" + path.replaceFirst("/api", "/../api"),
                before + "/%2e/" + end,
                before + "%2F" + end,
                before + "%2f" + end,
                before + "%252F" + end,
                before + "\\" + end,
                before + "%5C" + end,
                path + ".json",
                path + ".csv",
                path + "%00",
                path + "%20",
                path + "%0a",
                path + "%3Fx",
                path + "%3B",
                path + "/x",
                path + "/%2e%2e");
    }

    /** What is taken for a slash, a dot or an end by some who decode more than once, or wrongly. */
    private static List<String> misread(String path) {
        int last = path.lastIndexOf('/');
        String before = path.substring(0, last);
        String end = path.substring(last + 1);
        return List.of(
                path.substring(1),
                path + "%2F",
                path + "%09",
                path + "#x",
                before + "%c0%af" + end,
                before + "/%c0%ae%c0%ae/" + end);
    }
}
