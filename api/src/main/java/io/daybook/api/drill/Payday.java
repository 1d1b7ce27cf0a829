package io.daybook.api.drill;

import io.daybook.money.Money;
import io.daybook.rail.simulator.SimulatedProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A drill's way to the release, through the public API alone, two people at every gate. */
record Payday(DrillClient api, SimulatedProvider provider, Workforce workforce, PrintWriter out) {
    static final String MAKER = "finance-maker";
    static final String CHECKER = "finance-checker";
    static final String RAIL = "stripe";
    private static final Set<String> NOT_RELEASED = Set.of("DRAFT", "FROZEN", "APPROVED");

    /** Answers the batch, approved by a second person. */
    String prepare() throws InterruptedException {
        hire();
        upload("/imports?kind=time&format=clockify&zone=UTC", workforce.time());
        String period = workforce.monday().toString();
        bulk(MAKER, "/timesheets/submissions", Map.of("status", "OPEN", "period", period));
        bulk("approver", "/timesheets/approvals", Map.of("status", "SUBMITTED", "period", period));
        fund(workforce.total().plus(Money.of(100_000, "USD")));
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("rail", RAIL);
        draft.put("currency", "USD");
        draft.put("cutoff", workforce.monday().plusDays(7) + "T00:00:00Z");
        draft.put("reference", "drill");
        String batch = api.post(MAKER, "/payout-batches", draft).path("id").asString();
        api.post(MAKER, "/payout-batches/" + batch + "/freeze", Map.of());
        JsonNode frozen = api.get(CHECKER, "/payout-batches/" + batch);
        api.post(
                CHECKER,
                "/payout-batches/" + batch + "/approve",
                Map.of("contentHash", frozen.path("contentHash").asString()));
        long cents = frozen.path("totals").path("amount").path("amount").asLong();
        out.printf(
                "  %d payouts, %s USD, frozen and approved by a second person%n",
                frozen.path("totals").path("lines").asLong(), Verdict.cents(cents));
        out.flush();
        return batch;
    }

    void hire() throws InterruptedException {
        upload("/imports?kind=roster", workforce.roster());
    }

    private void upload(String path, String csv) throws InterruptedException {
        JsonNode accepted = api.upload(MAKER, path, csv);
        api.follow(MAKER, accepted.path("operation").asString());
        JsonNode result = api.get(MAKER, "/imports/" + accepted.path("id").asString());
        if (result.path("rejected").asLong() != 0)
            throw new IllegalStateException("rows of the drill's own file were refused: " + result);
    }

    private void bulk(String role, String path, Map<String, String> filter) throws InterruptedException {
        api.follow(
                role, api.post(role, path, Map.of("filter", filter)).path("id").asString());
    }

    private void fund(Money amount) throws InterruptedException {
        Map<String, Object> money = Map.of("amount", amount.minor(), "currency", "USD");
        String id = api.post(MAKER, "/funding", Map.of("rail", RAIL, "amount", money, "reference", "drill-top-up"))
                .path("id")
                .asString();
        api.post(CHECKER, "/funding/" + id + "/confirm", Map.of());
        provider.fund(amount, "drill-top-up");
        for (int tries = 0; tries < 300; tries++) {
            JsonNode rail = api.get(MAKER, "/rails/" + RAIL);
            if (rail.path("ledger1010").path("amount").asLong() == amount.minor()) return;
            Thread.sleep(500);
        }
        throw new IllegalStateException("the top-up did not arrive in the books");
    }

    /** Asks every node for it at the same moment, as impatient people do. Errors: IOException, one is not there. */
    Unison releaseEverywhere(String batch) throws IOException {
        return api.everywhere(CHECKER, "/payout-batches/" + batch + "/release");
    }

    /** A release that nobody answered is asked for again, until the batch says that it was released. */
    void insist(String batch) throws InterruptedException {
        while (NOT_RELEASED.contains(
                api.get(MAKER, "/payout-batches/" + batch).path("status").asString())) {
            HttpResponse<String> answer = api.tryPost(CHECKER, "/payout-batches/" + batch + "/release", Map.of());
            out.printf("  the release was asked for once more: %d%n", answer.statusCode());
            Thread.sleep(500);
        }
    }
}
