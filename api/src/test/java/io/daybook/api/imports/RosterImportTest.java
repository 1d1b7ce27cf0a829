package io.daybook.api.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorView;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.RateVersion;
import io.daybook.kernel.Subject;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RosterImportTest {
    private static final String HEADER = "reference,name,email,country,currency,project,hourlyRate,rateFrom,"
            + "weeklyCapHours,payoutDestination,overlap\n";
    private static final String ADA =
            "C-1,Ada Lovelace,ada@x.example,GB,USD,Atlas,100.00,2026-01-01,40,acct_1,refuse\n";

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void a_row_registers_a_contractor_who_can_be_paid_at_once_and_starts_the_engagement() {
        ImportRecord done = bench.roster(HEADER + ADA + ADA.replace("Atlas", "Borealis"));
        assertThat(done.accepted()).isEqualTo(2);
        ContractorView ada = ada();
        assertThat(ada.blockingReasons(Instant.now())).isEmpty();
        assertThat(bench.vault.open(ada.email().sealed())).contains("ada@x.example");
        EngagementView atlas = bench.engagements.ofContractor(ada.id()).getFirst();
        assertThat(atlas.overlap()).isEqualTo(Overlap.REFUSE);
        assertThat(atlas.terms().weeklyCapSeconds()).isEqualTo(144_000);
        assertThat(bench.sql
                        .sql("SELECT DISTINCT convert_from(metadata, 'UTF8') FROM daybook.event_log")
                        .query((row, n) -> row.getString(1))
                        .list())
                .allMatch(metadata -> metadata.contains("maker"));
    }

    @Test
    void the_same_file_again_and_a_row_twice_change_nothing() {
        ImportRecord first = bench.roster(HEADER + ADA + ADA);
        assertThat(first.accepted()).isEqualTo(1);
        assertThat(first.duplicates()).isEqualTo(1);
        long events = bench.events();
        ImportRecord again = bench.roster(HEADER + ADA + ADA);
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(bench.events()).isEqualTo(events);
    }

    @Test
    void a_new_rate_adds_a_version_and_another_rate_from_the_same_date_is_a_conflict() {
        bench.roster(HEADER + ADA);
        ImportRecord raised = bench.roster(HEADER + ADA.replace("100.00,2026-01-01", "110.00,2026-07-01"));
        assertThat(raised.accepted()).isEqualTo(1);
        ImportRecord edited =
                bench.roster(HEADER + ADA.replace("100.00", "90.00").replace("acct_1", "acct_2"));
        assertThat(bench.errors(edited)).containsExactly("2 rateFrom rate-conflict");
        assertThat(bench.engagements.ofContractor(ada().id()).getFirst().terms().rates())
                .containsExactly(
                        new RateVersion(1, rate(100_00), LocalDate.of(2026, 1, 1)),
                        new RateVersion(2, rate(110_00), LocalDate.of(2026, 7, 1)));
        assertThat(ada().proposal()).isNull();
    }

    @Test
    void a_changed_destination_waits_for_a_second_person_and_is_proposed_once() {
        bench.roster(HEADER + ADA);
        assertThat(bench.roster(HEADER + ADA.replace("acct_1", "acct_2")).accepted())
                .isEqualTo(1);
        ContractorView ada = ada();
        assertThat(bench.vault.open(
                        requireNonNull(ada.destination()).destination().sealed()))
                .contains("acct_1");
        assertThat(requireNonNull(ada.proposal()).proposer()).isEqualTo(new Subject("maker"));
        long events = bench.events();
        assertThat(bench.roster(HEADER + ADA.replace("acct_1", "acct_2")).duplicates())
                .isEqualTo(1);
        assertThat(bench.events()).isEqualTo(events);
    }

    @Test
    void changed_details_are_recorded() {
        bench.roster(HEADER + ADA);
        bench.roster(HEADER
                + ADA.replace("Ada Lovelace", "Ada King").replace(",40,", ",,").replace("GB", "IE"));
        assertThat(bench.vault.open(ada().name().sealed())).contains("Ada King");
        assertThat(bench.vault.open(ada().country())).contains("IE");
        assertThat(bench.engagements.ofContractor(ada().id()).getFirst().terms().weeklyCapSeconds())
                .isNull();
    }

    @Test
    void bad_rows_stop_nothing() {
        ImportRecord done =
                bench.roster(HEADER + ADA.replace("USD", "XXX") + ADA.replace("100.00", "0") + "C-2\n" + ADA);
        assertThat(done.status()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(List.of(done.rows(), done.accepted(), done.rejected())).containsExactly(4L, 1L, 3L);
        assertThat(bench.errors(done))
                .containsExactly(
                        "2 currency unsupported-currency", "3 hourlyRate not-positive", "4 wrong-column-count");
    }

    @Test
    void an_engagement_keeps_its_currency() {
        bench.roster(HEADER + ADA);
        assertThat(bench.errors(bench.roster(HEADER + ADA.replace("USD", "EUR"))))
                .containsExactly("2 currency currency-mismatch");
    }

    private ContractorView ada() {
        return bench.contractors.byReference("C-1").orElseThrow();
    }

    private static HourlyRate rate(long cents) {
        return new HourlyRate(Money.of(cents, "USD"));
    }
}
