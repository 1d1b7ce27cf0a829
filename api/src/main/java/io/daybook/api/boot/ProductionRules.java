package io.daybook.api.boot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings that would open a server that people rely on: refused before it exists, all of them at once. */
final class ProductionRules {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    private static final List<String> LIVE = List.of("sk_live_", "rk_live_");

    /** What health says to strangers and what meters say to the operator. Others tell secrets, or do things. */
    private static final Set<String> HARMLESS = Set.of("health", "prometheus", "info", "metrics");

    /** What stands in examples and in the defaults of other programs. */
    private static final Set<String> DEFAULTS = Set.of(
            "admin",
            "change-me",
            "change_me",
            "changeit",
            "changeme",
            "daybook",
            "default",
            "example",
            "password",
            "postgres",
            "replace-me",
            "secret",
            "test",
            "todo");

    private static final List<String> SECRETS = List.of(
            "spring.datasource.password",
            "spring.flyway.password",
            "daybook.rails.stripe.api-key",
            "daybook.rails.stripe.webhook-secret",
            "server.ssl.key-store-password",
            "server.ssl.key-password");

    private ProductionRules() {}

    /** One line each, that names the setting and what to write instead. */
    static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        DaybookProperties.Security security = settings.daybook().security();
        if (security.issuerUri() != null) issuer(security.issuerUri(), security.audience(), problems);
        if (security.devTokens()) liveMoney(settings, problems);
        else {
            secrets(settings, problems);
            actuator(settings, problems);
        }
        return problems;
    }

    private static void issuer(String issuer, @Nullable String audience, List<String> problems) {
        if (!isTrustworthy(issuer)) {
            problems.add("daybook.security.issuer-uri must be an https address without query or fragment, such as "
                    + "https://login.example.com/realms/pay: whoever answers in its place could be anybody.");
        }
        if (audience == null) {
            problems.add("daybook.security.audience is missing beside daybook.security.issuer-uri: name what your "
                    + "issuer's tokens for Daybook are meant for, or tokens for other programs would open it.");
        }
    }

    /** Plain HTTP is as good as the wire, and the loopback's wire is this machine. */
    private static boolean isTrustworthy(String issuer) {
        try {
            URI uri = new URI(issuer);
            boolean whole = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return whole
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void liveMoney(Settings settings, List<String> problems) {
        String key = settings.daybook().rails().stripe().apiKey();
        if (key != null && LIVE.stream().anyMatch(key.strip()::startsWith)) {
            problems.add(
                    "daybook.rails.stripe.api-key is a live key, and daybook.security.dev-tokens=true lets everybody "
                            + "on this machine pay with it: take a test key, or your issuer instead of dev tokens.");
        }
    }

    private static void secrets(Settings settings, List<String> problems) {
        for (String key : SECRETS) {
            String value = settings.text(key).orElse("").strip().toLowerCase(Locale.ROOT);
            boolean usersName = key.endsWith(".password")
                    && !value.isEmpty()
                    && settings.text(userOf(key))
                            .filter(value::equalsIgnoreCase)
                            .isPresent();
            if (usersName || DEFAULTS.contains(value)) {
                problems.add(key + " is a value that everybody tries first: set one that was drawn at random.");
            }
        }
    }

    private static String userOf(String password) {
        return password.startsWith("spring.flyway") ? "spring.flyway.user" : "spring.datasource.username";
    }

    private static void actuator(Settings settings, List<String> problems) {
        List<String> exposed = settings.texts("management.endpoints.web.exposure.include").stream()
                .map(String::strip)
                .filter(name -> !HARMLESS.contains(name))
                .toList();
        if (!exposed.isEmpty()) {
            problems.add("management.endpoints.web.exposure.include opens " + String.join(", ", exposed)
                    + ", which can show secrets or stop the server: leave it at health, prometheus.");
        }
        for (String shown : List.of("show-details", "show-components")) {
            String key = "management.endpoint.health." + shown;
            if (settings.text(key).filter("always"::equalsIgnoreCase).isPresent()) {
                problems.add(key + "=always tells strangers what is broken: leave it at when-authorized.");
            }
        }
    }
}
