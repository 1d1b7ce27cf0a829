package io.daybook.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.boot.RunningDaybook;
import io.daybook.api.security.Route;
import io.daybook.api.security.Routes;
import io.daybook.contractor.ContractorId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A full account number goes in by every door and comes out by none, nor lies anywhere in the database. */
class WriteOnlyAccountsTest {
    private static final List<String> NUMBERS = List.of(
            "DE02120300000000202051", "DE02500105170137075030", "DE02100500000054540402", "DE88100900001234567892");
    private static final String ROSTER =
            "reference,name,email,country,currency,project,hourlyRate,rateFrom,weeklyCapHours,payoutDestination,overlap\n";

    private final RunningDaybook daybook = RunningDaybook.start();
    private final Api api = Api.of(daybook);
    private int keys;

    @AfterEach
    void close() {
        daybook.close();
    }

    @Test
    void only_its_last_four_characters_can_be_read() throws SQLException {
        List<String> answers = new ArrayList<>();
        String path = "/contractors/" + ContractorId.of("ada").value();
        answers.add(keyed("finance-maker")
                .post(
                        "/contractors",
                        "{\"reference\":\"ada\",\"name\":\"Ada\",\"email\":\"a@x.example\",\"country\":\"GB\","
                                + "\"currency\":\"USD\",\"payoutDestination\":\"" + NUMBERS.get(0) + "\"}")
                .body());
        answers.add(set(keyed("finance-maker"), path, NUMBERS.get(1)));
        answers.add(keyed("finance-checker")
                .post(path + "/payout-destination/approve", "{}")
                .body());
        answers.add(set(keyed("finance-maker"), path, NUMBERS.get(2)));
        Api csv = keyed("finance-maker").with("Content-Type", "text/csv");
        for (String row : List.of("", "not a currency"))
            answers.add(upload(
                    csv,
                    "bob,Bob,b@x.example,GB," + (row.isEmpty() ? "USD" : row) + ",P,10.00,2026-01-01,," + NUMBERS.get(3)
                            + ",allow\n"));
        answers.add(set(keyed("finance-maker"), path, NUMBERS.get(2) + " ".repeat(300) + "x"));
        for (String role : List.of("finance-maker", "finance-checker", "auditor", "operator"))
            readAll(api.as(role), answers);
        readAll(api.asContractor("ada"), answers);
        assertThat(answers).anyMatch(answer -> answer.contains("****" + ending(NUMBERS.get(1))));
        assertThat(answers).anyMatch(answer -> answer.contains("****" + ending(NUMBERS.get(2))));
        for (String number : NUMBERS) assertThat(answers).noneMatch(answer -> answer.contains(number));
        assertThat(holding()).isEmpty();
    }

    private Api keyed(String role) {
        return api.as(role).with("Idempotency-Key", "write-only-" + ++keys);
    }

    private static String set(Api who, String path, String number) {
        return who.send("PUT", path + "/payout-destination", "{\"payoutDestination\":\"" + number + "\"}")
                .body();
    }

    private String upload(Api csv, String row) {
        Api.Answer accepted =
                csv.with("Idempotency-Key", "write-only-" + ++keys).post("/imports?kind=roster", ROSTER + row);
        api.as("finance-maker")
                .get("/operations/" + accepted.json().path("operation").asString() + "/stream");
        return api.as("finance-maker")
                .get("/imports/" + accepted.json().path("id").asString() + "/errors")
                .body();
    }

    private void readAll(Api reader, List<String> answers) {
        for (Route route : Routes.table().all()) {
            if (!route.method().name().equals("GET")) continue;
            String path = route.path()
                    .getPatternString()
                    .substring("/api/v1".length())
                    .replace("{rail}", "simulator")
                    .replaceAll("\\{.*?}", ContractorId.of("ada").value());
            answers.add(reader.get(path).body());
        }
        answers.add(reader.get("//actuator/prometheus").body());
        answers.add(reader.get("//actuator/health").body());
        answers.add(reader.with("Accept", "application/x-ndjson")
                .get("/audit/events")
                .body());
    }

    private static String ending(String number) {
        return number.substring(number.length() - 4);
    }

    /** The tables with a row that holds one of the numbers, as text or as bytes. */
    private List<String> holding() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = daybook.database().owner().getConnection();
                Statement statement = connection.createStatement();
                Statement reading = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_catalog.pg_tables
                         WHERE schemaname IN ('daybook', 'view') ORDER BY 1
                        """)) {
            while (tables.next())
                for (String number : NUMBERS) {
                    String hex = HexFormat.of().formatHex(number.getBytes(UTF_8));
                    try (ResultSet row = reading.executeQuery("SELECT count(*) FROM " + tables.getString(1)
                            + " t WHERE t::text LIKE '%" + number + "%' OR t::text LIKE '%" + hex + "%'")) {
                        row.next();
                        if (row.getLong(1) > 0) found.add(tables.getString(1) + " holds " + number);
                    }
                }
        }
        return found;
    }
}
