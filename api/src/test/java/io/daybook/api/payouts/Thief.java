package io.daybook.api.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.http.Api;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Gives every order that there is, with whatever ids there are, as somebody does who knows their way around. */
final class Thief {
    private static final String BASE = "/api/v1";
    private static final int BATCHES_WEIGH = 4;
    /** More than it can have made: the honest draft is the oldest of all. */
    private static final int PUSHED = 100;

    private static final int NEWEST = 4;
    static final int PEOPLE = 4;
    private static final String LOOT = "acct_thief";

    private final PayWeek week;
    private final Api thief;
    private final Api eyes;
    private final Random random;
    private final String name;
    private final List<Route> orders;
    private int count;

    Thief(PayWeek week, String token, Random random, String name) {
        this.week = week;
        this.thief = Api.of(week.daybook).with("Authorization", "Bearer " + token);
        this.eyes = Api.of(week.daybook).as("auditor");
        this.random = random;
        this.name = name;
        this.orders = Routes.table().all().stream()
                .filter(route -> !route.open() && !route.method().name().equals("GET"))
                .flatMap(route -> java.util.stream.Stream.generate(() -> route)
                        .limit(pattern(route).startsWith("/payout-batches") ? BATCHES_WEIGH : 1))
                .toList();
    }

    void order() {
        Route route = orders.get(random.nextInt(orders.size()));
        String pattern = pattern(route);
        String id = pattern.contains("{") ? id(pattern) : "";
        String path = pattern.replaceFirst("\\{(id|rail)}", id)
                .replace("{holdId}", hold(id))
                .replaceAll("\\{.*?}", "somebody");
        Api as = keyed();
        Api.Answer answer = pattern.equals("/imports")
                ? as.with("Content-Type", "text/csv").post("/imports?kind=roster", roster())
                : as.send(route.method().name(), path, body(pattern, id));
        assertThat(answer.status())
                .as("%s %s: %s", route.method(), path, answer.body())
                .isNotEqualTo(500);
    }

    /** The shortest way to money: holds away, a batch, and every batch there is pushed through. */
    void payday() {
        for (int i = 1; i <= PEOPLE; i++) {
            String holds = "/contractors/" + ContractorId.of("p" + i).value() + "/holds";
            for (JsonNode hold : eyes.get(holds).json().path("items"))
                keyed().send("DELETE", holds + "/" + hold.path("id").asString(), null);
        }
        keyed().post("/payout-batches", body("/payout-batches", ""));
        for (JsonNode batch : eyes.get("/payout-batches?limit=" + PUSHED).json().path("items")) {
            String id = batch.path("id").asString();
            keyed().post("/payout-batches/" + id + "/freeze", "{}");
            keyed().post("/payout-batches/" + id + "/approve", body("/payout-batches/{id}/approve", id));
            keyed().post("/payout-batches/" + id + "/release", "{}");
        }
        keyed().post("/rails/simulator/start", "{}");
    }

    private Api keyed() {
        return thief.with("Idempotency-Key", name + "-" + ++count);
    }

    private static String pattern(Route route) {
        return route.path().getPatternString().substring(BASE.length());
    }

    private String id(String pattern) {
        return switch (pattern.split("/")[1]) {
            case "contractors" -> contractor().value();
            case "rails" -> "simulator";
            case "engagements" -> EngagementId.of(contractor(), "Project").value();
            case "accounting-periods" ->
                now().atZone(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7);
            case "funding" -> "none";
            case "bank-statements", "reconciliations", "breaks" -> "none";
            default -> any("/" + pattern.split("/")[1], "id");
        };
    }

    private String any(String list, String field) {
        JsonNode items = eyes.get(list).json().path("items");
        return items.isEmpty()
                ? "none"
                : items.path(random.nextInt(Math.min(NEWEST, items.size())))
                        .path(field)
                        .asString();
    }

    private String hold(String contractor) {
        return contractor.startsWith("contractor-") ? any("/contractors/" + contractor + "/holds", "id") : "none";
    }

    private ContractorId contractor() {
        return ContractorId.of("p" + (1 + random.nextInt(PEOPLE)));
    }

    private Instant now() {
        return week.bean(InstantSource.class).instant();
    }

    private String roster() {
        String who = "p" + (1 + random.nextInt(PEOPLE));
        return "reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap\n"
                + who + "," + who + "," + who + "@thief.example,PT,USD,Project,900.00,2026-01-01,," + LOOT + ",allow\n"
                + name + count + ",Mule,mule@thief.example,PT,USD,Project,900.00,2026-01-01,," + LOOT + ",allow\n";
    }

    private String body(String pattern, String id) {
        String json = switch (pattern.split("/")[1]) {
            case "contractors", "engagements" -> ofPeople(pattern);
            case "timesheets" -> ofTime(pattern);
            default -> ofMoney(pattern, id);
        };
        return json.replace('\'', '"');
    }

    private String ofPeople(String pattern) {
        return switch (pattern) {
            case "/contractors" ->
                ("{'reference': '%s', 'name': 'Mule', 'email': 'm@x.example', 'country': 'PT', 'currency': 'USD',"
                                + " 'payoutDestination': '%s'}")
                        .formatted(name + "-" + count, LOOT);
            case "/contractors/{id}/payout-destination" -> "{'payoutDestination': '" + LOOT + random.nextInt(3) + "'}";
            case "/contractors/{id}/requirements" ->
                "{'cleared': ['KYC', 'TAX_FORM', 'SANCTIONS', 'PAYOUT_DESTINATION']}";
            case "/contractors/{id}/holds" -> "{'reason': 'none'}";
            case "/engagements" ->
                ("{'contractor': '%s', 'project': 'Loot', 'currency': 'USD', 'rateFrom': '2026-01-01',"
                                + " 'hourlyRate': {'amount': 90000, 'currency': 'USD'}}")
                        .formatted(contractor().value());
            case "/engagements/{id}/rates" ->
                "{'hourlyRate': {'amount': %d, 'currency': 'USD'}, 'rateFrom': '2026-02-0%d'}"
                        .formatted(90_000 + random.nextInt(9), 1 + random.nextInt(9));
            default -> "{}";
        };
    }

    private String ofTime(String pattern) {
        return switch (pattern) {
            case "/timesheets/{id}/approve" -> "{'revision': " + (1 + random.nextInt(3)) + "}";
            case "/timesheets/{id}/reject" -> "{'revision': 1, 'reason': 'none'}";
            case "/timesheets/{id}/correct" ->
                "{'late': [{'start': '%s', 'seconds': 3600}], 'reason': 'none'}"
                        .formatted(now().minusSeconds(86_400L + random.nextInt(60_000)));
            case "/timesheets/submissions" -> "{'filter': {'status': 'OPEN'}}";
            case "/timesheets/approvals" -> "{'filter': {'status': 'SUBMITTED'}}";
            default -> "{}";
        };
    }

    private String ofMoney(String pattern, String id) {
        String key = name + "-" + count;
        return switch (pattern) {
            case "/adjustments" ->
                "{'contractor': '%s', 'kind': 'BONUS', 'amount': {'amount': %d, 'currency': 'USD'}, 'reason': 'none'}"
                        .formatted(contractor().value(), random.nextBoolean() ? 99_999 : 5_000_000);
            case "/funding" ->
                "{'rail': 'simulator', 'amount': {'amount': 1000, 'currency': 'USD'}, 'reference': '" + key + "'}";
            case "/payout-batches" ->
                "{'rail': 'simulator', 'currency': 'USD', 'cutoff': '%s', 'reference': '%s'}".formatted(now(), key);
            case "/payout-batches/{id}/approve" ->
                "{'contentHash': '"
                        + eyes.get("/payout-batches/" + id)
                                .json()
                                .path("contentHash")
                                .asString("none") + "'}";
            case "/accounting-periods/{id}/reopen" -> "{'reason': 'none'}";
            default -> "{}";
        };
    }
}
