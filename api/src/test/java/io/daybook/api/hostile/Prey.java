package io.daybook.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.http.Api;
import io.daybook.api.security.Role;
import io.daybook.api.security.Routes;
import io.daybook.kernel.ProjectionProgress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A running Daybook with one of everything in it, for requests to aim at. */
final class Prey implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final RunningDaybook daybook = RunningDaybook.start(
            "--daybook.http.requests-per-second=1000000",
            "--daybook.http.burst=1000000",
            "--server.tomcat.connection-timeout=3s");
    final Map<String, String> tokens = new LinkedHashMap<>();
    final Map<String, String> things = new LinkedHashMap<>();
    private final Api nobody = Api.of(daybook);
    private final JsonNode document = nobody.get("//v3/api-docs").json();

    Prey() {
        String ada = made("finance-maker", "/contractors", """
                {"reference": "ada-1", "name": "Ada", "email": "a@example.com", "country": "CH", "currency": "USD"}
                """);
        String engagement = made("finance-maker", "/engagements", """
                {"contractor": "ada-1", "project": "Labels", "currency": "USD", "rateFrom": "2026-01-01",
                 "hourlyRate": {"amount": 4000, "currency": "USD"}}
                """);
        things.put("contractors", ada);
        things.put("engagements", engagement);
        things.put("adjustments", made("finance-maker", "/adjustments", """
                {"contractor": "ada-1", "kind": "BONUS", "reason": "well done",
                 "amount": {"amount": 50000, "currency": "USD"}}
                """));
        things.put("timesheets", made("ada", "/timesheets", """
                {"engagement": "%s", "period": "2026-01-05"}
                """.formatted(engagement)));
        things.put("payout-batches", made("finance-maker", "/payout-batches", """
                {"rail": "simulator", "currency": "USD", "cutoff": "2026-01-05T00:00:00Z", "reference": "week-1"}
                """));
        things.put("funding", made("finance-maker", "/funding", """
                {"rail": "simulator", "amount": {"amount": 100, "currency": "USD"}, "reference": "top-up-1"}
                """));
        things.put("rails", "simulator");
        things.put("accounting-periods", "2026-01");
        for (Role role : Role.values()) tokens.put(role.label(), nobody.token(role.label()));
        tokens.put(Role.CONTRACTOR.label(), nobody.contractorToken("ada-1"));
    }

    private String made(String who, String path, String body) {
        Api caller = who.equals("ada") ? nobody.asContractor("ada-1") : nobody.as(who);
        Api.Answer answer =
                caller.with("Idempotency-Key", UUID.randomUUID().toString()).post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** Every write that is there: the table has some whose turn is still to come. */
    List<Site> writes() {
        return Routes.table().all().stream()
                .filter(route -> route.method() != HttpMethod.GET)
                .filter(route -> document.path("paths").has(route.path().getPatternString()))
                .map(route -> Site.of(route, document))
                .toList();
    }

    int port() {
        return URI.create(daybook.url()).getPort();
    }

    Api as(String role) {
        return nobody.as(role);
    }

    /** Once nothing moves any more. */
    long events() {
        ProjectionProgress progress = daybook.context().getBean(ProjectionProgress.class);
        assertThat(progress.awaitCaughtUp(PATIENCE)).isTrue();
        return JdbcClient.create(daybook.database().owner())
                .sql("SELECT count(*) FROM daybook.event_log")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        daybook.close();
    }
}
