package io.daybook.api.drill;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the books say of themselves.
 *
 * @param trialBalance debits less credits over all accounts, in cents
 * @param whole whether the integrity checks find nothing
 * @param differing views whose rows a replay of the log does not lead to
 */
record Soundness(long trialBalance, boolean whole, List<String> differing) {
    static Soundness of(DrillClient api) throws InterruptedException {
        long total = 0;
        for (JsonNode row : api.get("auditor", "/ledger/trial-balance").path("rows"))
            total += row.path("debit").asLong() - row.path("credit").asLong();
        boolean whole = api.get("auditor", "/ledger/integrity").path("ok").asBoolean();
        return new Soundness(total, whole, differing(api));
    }

    private static List<String> differing(DrillClient api) throws InterruptedException {
        String replay =
                api.post("operator", "/replays", java.util.Map.of()).path("id").asString();
        api.follow("operator", replay);
        JsonNode report = api.get("operator", "/operations/" + replay).path("result");
        List<String> differing = new ArrayList<>();
        report.path("differences").forEach(found -> differing.add(found.toString()));
        return differing;
    }
}
