package io.daybook.api.access;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills what stands in braces in a body of route-matrix.txt. */
final class Bodies {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z-]+)}");
    private static final AtomicInteger ASKED = new AtomicInteger();

    private Bodies() {}

    static String filled(String body, Stage stage) {
        return PLACE.matcher(body).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), stage)));
    }

    private static String value(String name, Stage stage) {
        return switch (name) {
            case "n" -> Integer.toString(ASKED.incrementAndGet());
            case "now" ->
                stage.as(Principal.ANONYMOUS)
                        .post("/dev/clock", "{\"advance\": \"PT0S\"}")
                        .json()
                        .path("now")
                        .asString();
            case "hash" ->
                stage.get(Principal.MAKER, "/payout-batches/" + stage.objects.get("draft-batch"))
                        .path("contentHash")
                        .asString("none");
            case "revision" ->
                stage.get(Principal.MAKER, "/timesheets/" + stage.objects.get("open-sheet"))
                        .path("revision")
                        .asString();
            default -> stage.objects.getOrDefault(name, name);
        };
    }
}
