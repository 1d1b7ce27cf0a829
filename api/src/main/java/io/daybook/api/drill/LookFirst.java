package io.daybook.api.drill;

import io.daybook.rail.simulator.WireObserver;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees to it that what was asked of the provider before a certain moment is not asked for again after it before it was looked for
 * by its own reference: among the transfers of its payout, among the payouts of its account. The payouts of every account are
 * listed once before anything is sent at all; that alone is no look for one of them.
 */
final class LookFirst implements WireObserver {
    private static final Pattern GROUP = Pattern.compile("(?:^|&)transfer_group=([^&]*)");
    private static final String TRANSFERS = "/v1/transfers";
    private static final String PAYOUTS = "/v1/payouts";

    private final Set<String> asked = new HashSet<>();
    private final Map<String, Integer> looked = new HashMap<>();
    private final Set<String> blind = new TreeSet<>();
    private boolean begun;
    private int writes;

    /** From here on. */
    synchronized void begin() {
        begun = true;
    }

    /** Instructions so far. */
    synchronized int writes() {
        return writes;
    }

    /** What was asked for without a look. */
    synchronized List<String> blind() {
        return List.copyOf(blind);
    }

    @Override
    public synchronized void exchanged(Exchange exchange) {
        boolean write = exchange.method().equals("POST");
        if (write) writes++;
        String what = subject(exchange, write);
        if (what.isEmpty()) return;
        if (!write) {
            if (begun) looked.merge(what, 1, Integer::sum);
        } else if (!begun) asked.add(what);
        else if (asked.contains(what) && looked.getOrDefault(what, 0) < enough(exchange)) blind.add(what);
    }

    private static int enough(Exchange write) {
        return write.path().equals(PAYOUTS) ? 2 : 1;
    }

    private static String subject(Exchange exchange, boolean write) {
        return switch (exchange.path()) {
            case TRANSFERS -> "transfers of " + group(write ? exchange.form() : exchange.query());
            case PAYOUTS -> "payouts on " + exchange.headers().account().orElse("");
            default -> "";
        };
    }

    private static String group(String encoded) {
        Matcher found = GROUP.matcher(encoded);
        return found.find() ? found.group(1) : "";
    }
}
