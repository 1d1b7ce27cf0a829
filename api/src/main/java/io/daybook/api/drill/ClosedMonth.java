package io.daybook.api.drill;

import io.daybook.api.drill.Evidence.Contractor;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was said about a month when two people had closed it: each contractor's statement, and the balances at its end. */
final class ClosedMonth {
    private final DrillClient api;
    private final YearMonth month;
    private final Map<String, String> contractors;
    private final Map<String, JsonNode> statements;
    private final JsonNode balances;

    private ClosedMonth(DrillClient api, YearMonth month) throws InterruptedException {
        this.api = api;
        this.month = month;
        this.contractors = contractors(api);
        this.statements = statements();
        this.balances = balances();
    }

    static ClosedMonth close(DrillClient api, YearMonth month) throws InterruptedException {
        for (String who : List.of(Payday.MAKER, Payday.CHECKER))
            api.post(who, "/accounting-periods/" + month + "/close", Map.of());
        return new ClosedMonth(api, month);
    }

    /** What is said otherwise now. */
    List<String> changes() throws InterruptedException {
        List<String> changes = new ArrayList<>();
        Map<String, JsonNode> now = statements();
        statements.forEach((reference, then) -> {
            if (!then.equals(now.get(reference))) changes.add("the statement of " + reference);
        });
        if (!balances.equals(balances())) changes.add("the trial balance at its end");
        return changes;
    }

    /** Whose statement since then does not end in what never reached them, or shows too little or too much as come back. */
    List<String> misstated(List<Contractor> seen) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        if (seen.size() != contractors.size())
            wrong.add("%d people were held against %d statements".formatted(seen.size(), contractors.size()));
        for (Contractor one : seen) {
            JsonNode then = known(statements, one.reference());
            JsonNode since = api.get(
                    Payday.MAKER,
                    statementOf(known(contractors, one.reference())) + "?from=" + month.plusMonths(1) + "-01");
            long owed = one.approved() - one.reached();
            long cameBack = returned(then) + returned(since);
            if (cents(since, "/closing") != owed
                    || cameBack != owed
                    || !since.at("/opening").equals(then.at("/closing")))
                wrong.add("%s: owed %s, closing %s, came back %s"
                        .formatted(
                                one.reference(),
                                Verdict.cents(owed),
                                Verdict.cents(cents(since, "/closing")),
                                Verdict.cents(cameBack)));
        }
        return wrong;
    }

    private static <T> T known(Map<String, T> all, String reference) {
        T one = all.get(reference);
        if (one == null) throw new IllegalStateException(reference + " was not there when the month was closed");
        return one;
    }

    private static long returned(JsonNode statement) {
        return cents(statement, "/totals/returned");
    }

    private static long cents(JsonNode statement, String money) {
        return statement.at(money).path("amount").asLong();
    }

    private static Map<String, String> contractors(DrillClient api) throws InterruptedException {
        Map<String, String> ids = new LinkedHashMap<>();
        for (JsonNode each : api.all(Payday.MAKER, "/contractors"))
            ids.put(each.path("reference").asString(), each.path("id").asString());
        return ids;
    }

    /** Without the position up to which each was asked: that goes on with the log. */
    private Map<String, JsonNode> statements() throws InterruptedException {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : contractors.entrySet()) {
            ObjectNode statement = (ObjectNode) api.get(
                    Payday.MAKER,
                    "%s?from=%s&to=%s".formatted(statementOf(each.getValue()), month.atDay(1), month.atEndOfMonth()));
            all.put(each.getKey(), statement.without("knownAt"));
        }
        return all;
    }

    private static String statementOf(String contractor) {
        return "/contractors/" + contractor + "/statement";
    }

    /** Up to its last microsecond: what is dated in the next month begins with the next one. */
    private JsonNode balances() throws InterruptedException {
        return api.get("auditor", "/ledger/trial-balance?asOf=" + month.atEndOfMonth() + "T23:59:59.999999Z")
                .path("rows");
    }
}
