package io.daybook.api.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the week came to: figures for people, and checks that each held or did not. */
record DemoResult(Map<String, String> figures, Map<String, Boolean> checks) {
    boolean ok() {
        return checks.values().stream().allMatch(held -> held);
    }

    void print(PrintStream out) {
        out.println();
        figures.forEach((name, value) -> out.printf("  %-34s %20s%n", name, value));
        out.println();
        checks.forEach((check, held) -> out.printf("  [%s] %s%n", held ? "ok" : "BROKEN", check));
        out.println();
    }

    static String dollars(long cents) {
        return "%s$%,d.%02d".formatted(cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }

    /** Debit less credit of one account over all contractors. */
    static long balance(JsonNode trialBalance, String account) {
        long sum = 0;
        for (JsonNode row : trialBalance.path("rows"))
            if (row.path("account").asString().equals(account))
                sum += row.path("debit").asLong() - row.path("credit").asLong();
        return sum;
    }

    /** Reads the figures back through the API once everything has settled. */
    record Reader(DemoClient api, ReferenceWeek.Expected expected, JsonNode people, JsonNode worked, String batch) {
        private static final String MAKER = "finance-maker";

        DemoResult read(Duration took) {
            JsonNode books = api.get(MAKER, "/ledger/trial-balance");
            JsonNode rail = api.get(MAKER, "/rails/simulator");
            JsonNode counts = api.get(MAKER, "/payout-batches/" + batch).path("counts");
            Sums sums = Sums.of(books);
            Map<String, String> figures = new LinkedHashMap<>();
            figures.put("Contractors", "%,d".formatted(expected.contractors()));
            figures.put("Time entries", "%,d".formatted(worked.path("accepted").asLong()));
            figures.put("Hours", "%,d".formatted(expected.seconds() / 3600));
            figures.put("Earned", dollars(sums.earned()));
            figures.put("Sent to the provider", dollars(sums.funded()));
            figures.put("Paid", dollars(sums.paid(counts, api, batch)));
            figures.put("Returned after paid", dollars(sums.returned(api, batch)));
            figures.put("Provider fees", dollars(sums.fees()));
            figures.put("Still owed", dollars(sums.owed()));
            figures.put("Trial balance", dollars(sums.total()));
            figures.put("On connected accounts (1020)", dollars(sums.connected()));
            figures.put("Provider balance", dollars(available(rail)));
            figures.put(
                    "Ledger 1010",
                    dollars(rail.path("ledger1010").path("amount").asLong()));
            figures.put(
                    "Difference", dollars(rail.path("difference").path("amount").asLong()));
            for (String item : items(rail)) figures.put("  " + item, "");
            figures.put("Time taken", took.toSeconds() + " s");
            return new DemoResult(figures, checks(sums, rail, counts));
        }

        private Map<String, Boolean> checks(Sums sums, JsonNode rail, JsonNode counts) {
            Map<String, Boolean> checks = new LinkedHashMap<>();
            checks.put(
                    "every row of the roster and of the time export was taken",
                    people.path("rejected").asLong() == 0
                            && worked.path("accepted").asLong() == expected.entries());
            checks.put(
                    "earned is what the files come to, to the cent",
                    sums.earned() == expected.earned().minor());
            checks.put("the trial balance is 0.00", sums.total() == 0);
            checks.put(
                    "earned = paid − returned + still owed + unresolved",
                    sums.earned()
                            == sums.paid(counts, api, batch)
                                    - sums.returned(api, batch)
                                    + sums.owed()
                                    + sums.unresolved());
            checks.put("no payout's outcome is unknown", sums.unresolved() == 0);
            checks.put(
                    "provider balance = ledger",
                    rail.path("difference").path("amount").asLong() == 0);
            checks.put(
                    "the integrity checks find nothing",
                    api.get("auditor", "/ledger/integrity").path("ok").asBoolean());
            return checks;
        }

        private static long available(JsonNode rail) {
            return rail.path("available").path("amount").asLong()
                    + rail.path("pending").path("amount").asLong();
        }

        private static List<String> items(JsonNode rail) {
            List<String> items = new ArrayList<>();
            for (JsonNode item : rail.path("items"))
                items.add(item.path("kind").asString() + " "
                        + dollars(item.path("amount").path("amount").asLong()));
            return items;
        }
    }

    /** The trial balance, summed as the table wants it. Units: cents. */
    record Sums(long earned, long funded, long owed, long unresolved, long connected, long fees, long total) {
        static Sums of(JsonNode books) {
            long total = 0;
            for (JsonNode row : books.path("rows"))
                total += row.path("debit").asLong() - row.path("credit").asLong();
            long owed = 0;
            for (String account : List.of("2000", "2001", "2002", "2003", "2040")) owed -= balance(books, account);
            return new Sums(
                    balance(books, "5000"),
                    -balance(books, "1000"),
                    owed,
                    -balance(books, "2030"),
                    balance(books, "1020"),
                    balance(books, "5100"),
                    total);
        }

        long paid(JsonNode counts, DemoClient api, String batch) {
            return sum(api, batch, List.of("PAID", "FAILED_AFTER_PAID", "RETURNED"));
        }

        long returned(DemoClient api, String batch) {
            return sum(api, batch, List.of("FAILED_AFTER_PAID", "RETURNED"));
        }

        private static long sum(DemoClient api, String batch, List<String> statuses) {
            long sum = 0;
            String cursor = "";
            do {
                JsonNode page = api.get("finance-maker", "/payout-batches/" + batch + "/payouts?limit=500" + cursor);
                for (JsonNode payout : page.path("items"))
                    if (statuses.contains(payout.path("status").asString()))
                        sum += payout.path("amount").path("amount").asLong();
                cursor = page.path("nextCursor").isNull()
                        ? ""
                        : "&cursor=" + page.path("nextCursor").asString();
            } while (!cursor.isEmpty());
            return sum;
        }
    }
}
