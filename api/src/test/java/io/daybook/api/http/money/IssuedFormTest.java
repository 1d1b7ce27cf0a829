package io.daybook.api.http.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountEntryId;
import io.daybook.account.AdjustmentId;
import io.daybook.account.AdjustmentKind;
import io.daybook.api.http.json.JsonConfiguration;
import io.daybook.api.http.money.IssuedStatementJson.Line;
import io.daybook.api.http.money.IssuedStatementJson.Part;
import io.daybook.api.http.money.IssuedStatementJson.Totals;
import io.daybook.api.http.people.ContractorRef;
import io.daybook.contractor.ContractorId;
import io.daybook.journal.Statement;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.statement.StatementId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Form 1 is what was sent to people: if this must be changed to pass, another form is what is wanted. */
class IssuedFormTest {
    private static final String HASH = "00b8f19eadddfcee8d1590440370ff7bc537c1b0ddbc596194dc8c2e67c9dc4e";

    private final JsonMapper json = mapper();

    @Test
    void the_json_of_form_1_is_these_bytes() {
        assertThat(json.writeValueAsString(statement())).isEqualTo("""
                {"id":"statement-1","contractor":{"id":"contractor-ada","reference":"ada-1"},\
                "from":"2026-05-01T00:00:00Z","to":"2026-06-01T00:00:00Z","form":1,"count":7,"lastPersonSeq":7,\
                "knownAt":41,"parts":[{"currency":"USD","opening":{"amount":5000,"currency":"USD"},\
                "lines":[{"position":40,"effectiveAt":"2026-05-03T10:00:00Z",\
                "occurredAt":"2026-05-03T10:00:00.123456Z","kind":"ADJUSTED","what":"AdjustmentMade",\
                "amount":{"amount":-1250,"currency":"USD"},"entry":"entry-1","timesheet":null,\
                "project":"Żar \\"A\\"","adjustment":"adjustment-1","adjustmentKind":"DEDUCTION","reason":"=2+2,\
                 over two\\nlines","payout":null,"seconds":0}],"closing":{"amount":3750,"currency":"USD"},\
                "totals":{"seconds":0,"earned":{"amount":0,"currency":"USD"},"adjusted":{"amount":-1250,\
                "currency":"USD"},"paid":{"amount":0,"currency":"USD"},"returned":{"amount":0,\
                "currency":"USD"}}}],"hash":"00b8f19eadddfcee8d1590440370ff7bc537c1b0ddbc596194dc8c2e67c9dc4e"}""");
    }

    /** Taken by another program, as docs/audit.md says. */
    @Test
    void the_hash_of_form_1_is_this_with_the_reason_and_without() {
        assertThat(IssuedStatements.hash(json.valueToTree(statement()))).isEqualTo(HASH);
        String erased =
                json.writeValueAsString(statement()).replaceFirst("\"reason\":\"[^\"]*\"", "\"reason\":\"[erased]\"");
        assertThat(IssuedStatements.hash(json.readTree(erased))).isEqualTo(HASH);
        String other = json.writeValueAsString(statement()).replace("-1250", "-1251");
        assertThat(IssuedStatements.hash(json.readTree(other))).isNotEqualTo(HASH);
    }

    @Test
    void the_table_of_form_1_is_these_bytes() {
        assertThat(IssuedCsv.of(statement()).replace("\r", "")).isEqualTo("""
                effectiveAt,kind,what,project,timesheet,payout,entry,seconds,amount,currency,amountMinor,\
                adjustment,adjustmentKind,reason,position
                2026-05-01T00:00:00Z,OPENING,,,,,,,50.00,USD,5000,,,,
                2026-05-03T10:00:00Z,ADJUSTED,AdjustmentMade,"Żar ""A""\",,,entry-1,0,-12.50,USD,-1250,\
                adjustment-1,DEDUCTION,"'=2+2, over two
                lines",40
                2026-06-01T00:00:00Z,CLOSING,,,,,,,37.50,USD,3750,,,,
                """);
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        JsonConfiguration.strict(builder);
        return builder.build();
    }

    private static IssuedStatementJson statement() {
        Line line = new Line(
                40,
                Instant.parse("2026-05-03T10:00:00Z"),
                Instant.parse("2026-05-03T10:00:00.123456Z"),
                Statement.Kind.ADJUSTED,
                "AdjustmentMade",
                Money.of(-1250, "USD"),
                new AccountEntryId("entry-1"),
                null,
                "Żar \"A\"",
                new AdjustmentId("adjustment-1"),
                AdjustmentKind.DEDUCTION,
                "=2+2, over two\nlines",
                null,
                0);
        Totals totals = new Totals(0, usd(0), usd(-1250), usd(0), usd(0));
        return new IssuedStatementJson(
                new StatementId("statement-1"),
                new ContractorRef(new ContractorId("contractor-ada"), "ada-1"),
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-06-01T00:00:00Z"),
                1,
                7,
                7,
                41,
                List.of(new Part(Currencies.of("USD"), usd(5000), List.of(line), usd(3750), totals)),
                HASH);
    }

    private static Money usd(long minor) {
        return Money.of(minor, "USD");
    }
}
