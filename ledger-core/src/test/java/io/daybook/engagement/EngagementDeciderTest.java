package io.daybook.engagement;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementCommand.AgreeRate;
import io.daybook.engagement.EngagementCommand.ChangeOverlapRule;
import io.daybook.engagement.EngagementCommand.ChangeTerms;
import io.daybook.engagement.EngagementCommand.ChangeWeeklyCap;
import io.daybook.engagement.EngagementCommand.EndEngagement;
import io.daybook.engagement.EngagementCommand.OpenEngagement;
import io.daybook.engagement.EngagementCommand.StartEngagement;
import io.daybook.engagement.EngagementEvent.EngagementEnded;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.OverlapRuleChanged;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementEvent.WeeklyCapChanged;
import io.daybook.engagement.EngagementRejection.CurrencyMismatch;
import io.daybook.engagement.EngagementRejection.EngagementExists;
import io.daybook.engagement.EngagementRejection.EngagementHasEnded;
import io.daybook.engagement.EngagementRejection.RateConflict;
import io.daybook.engagement.EngagementRejection.UnknownEngagement;
import io.daybook.kernel.Spec;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngagementDeciderTest {
    static final EngagementId ID = EngagementId.of(ContractorId.of("ana"), "Labels");
    static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    static final LocalDate MAY = LocalDate.parse("2026-05-01");
    static final LocalDate JUNE = LocalDate.parse("2026-06-01");
    static final Currency USD = Currencies.of("USD");
    static final EngagementStarted STARTED = new EngagementStarted(ID, "Labels", USD, Overlap.REFUSE, 144_000L, NOW);

    final Spec<EngagementCommand, EngagementState, EngagementEvent> engagement = new Spec<>(EngagementDecider.DECIDER);

    @Test
    void starting_agrees_the_first_rate() {
        engagement.given().when(start(45_00, MAY, 144_000L, Overlap.REFUSE)).then(STARTED, agreed(1, 45_00, MAY));
    }

    @Test
    void starting_again_brings_it_to_the_terms_and_skips_what_stands() {
        engagement
                .given(STARTED, agreed(1, 45_00, MAY))
                .when(start(45_00, MAY, 144_000L, Overlap.REFUSE))
                .thenNothing()
                .when(start(50_00, JUNE, null, Overlap.ALLOW))
                .then(
                        agreed(2, 50_00, JUNE),
                        new WeeklyCapChanged(ID, null, NOW),
                        new OverlapRuleChanged(ID, Overlap.ALLOW, NOW));
    }

    @Test
    void opening_again_answers_the_same_terms_and_changes_no_others() {
        engagement
                .given()
                .when(new OpenEngagement(start(45_00, MAY, 144_000L, Overlap.REFUSE)))
                .then(STARTED, agreed(1, 45_00, MAY));
        var started = engagement.given(STARTED, agreed(1, 45_00, MAY));
        started.when(new OpenEngagement(start(45_00, MAY, 144_000L, Overlap.REFUSE)))
                .thenNothing();
        started.when(new OpenEngagement(start(45_00, MAY, null, Overlap.ALLOW)))
                .thenRejected(new EngagementExists(ID, List.of("overlap", "weeklyCapHours")));
        started.when(new OpenEngagement(start(50_00, JUNE, 144_000L, Overlap.REFUSE)))
                .thenRejected(new EngagementExists(ID, List.of("rateFrom")));
        started.when(new OpenEngagement(start(46_00, MAY, 144_000L, Overlap.REFUSE)))
                .thenRejected("rate-conflict");
    }

    @Test
    void terms_change_by_name_and_those_left_out_stay() {
        var started = engagement.given(STARTED, agreed(1, 45_00, MAY));
        started.when(new ChangeTerms(ID, Overlap.ALLOW, false, null, NOW))
                .then(new OverlapRuleChanged(ID, Overlap.ALLOW, NOW));
        started.when(new ChangeTerms(ID, null, true, null, NOW)).then(new WeeklyCapChanged(ID, null, NOW));
        started.when(new ChangeTerms(ID, Overlap.REFUSE, true, 144_000L, NOW)).thenNothing();
        started.when(new ChangeTerms(ID, null, true, 0L, NOW)).thenRejected("not-positive");
        engagement.given().when(new ChangeTerms(ID, null, true, null, NOW)).thenRejected("not-found");
    }

    @Test
    void another_rate_from_the_same_date_is_a_conflict() {
        var started = engagement.given(STARTED, agreed(1, 45_00, MAY));
        started.when(new AgreeRate(ID, usd(45_00), MAY, NOW)).thenNothing();
        started.when(new AgreeRate(ID, usd(46_00), MAY, NOW)).thenRejected(new RateConflict(ID, MAY));
        started.when(start(46_00, MAY, null, Overlap.ALLOW)).thenRejected("rate-conflict");
    }

    @Test
    void a_rate_may_be_agreed_for_earlier_days() {
        engagement
                .given(STARTED, agreed(1, 45_00, JUNE))
                .when(new AgreeRate(ID, usd(40_00), MAY, NOW))
                .then(agreed(2, 40_00, MAY));
    }

    @Test
    void rates_are_in_the_currency_of_the_engagement() {
        var euros = new HourlyRate(Money.of(45_00, "EUR"));
        engagement.given(STARTED).when(new AgreeRate(ID, euros, JUNE, NOW)).thenRejected(new CurrencyMismatch(ID, USD));
        engagement
                .given()
                .when(new StartEngagement(ID, "Labels", USD, Overlap.ALLOW, null, euros, MAY, NOW))
                .thenRejected("currency-mismatch");
        engagement
                .given(STARTED)
                .when(new StartEngagement(ID, "Labels", Currencies.of("EUR"), Overlap.ALLOW, null, euros, JUNE, NOW))
                .thenRejected("currency-mismatch");
    }

    @Test
    void a_cap_is_above_zero_or_absent() {
        var started = engagement.given(STARTED);
        started.when(new ChangeWeeklyCap(ID, 0L, NOW)).thenRejected("not-positive");
        started.when(new ChangeWeeklyCap(ID, 144_000L, NOW)).thenNothing();
        started.when(new ChangeWeeklyCap(ID, null, NOW)).then(new WeeklyCapChanged(ID, null, NOW));
        engagement.given().when(start(45_00, MAY, -1L, Overlap.REFUSE)).thenRejected("not-positive");
    }

    @Test
    void the_overlap_rule_changes_once() {
        engagement
                .given(STARTED)
                .when(new ChangeOverlapRule(ID, Overlap.ALLOW, NOW))
                .then(new OverlapRuleChanged(ID, Overlap.ALLOW, NOW))
                .when(new ChangeOverlapRule(ID, Overlap.ALLOW, NOW))
                .thenNothing();
    }

    @Test
    void an_ended_engagement_changes_no_more_and_pays_nothing_after_its_last_day() {
        var ended = engagement
                .given(STARTED, agreed(1, 45_00, MAY))
                .when(new EndEngagement(ID, JUNE, NOW))
                .then(new EngagementEnded(ID, JUNE, NOW));
        ended.when(new EndEngagement(ID, JUNE, NOW)).thenNothing();
        ended.when(new EndEngagement(ID, MAY, NOW)).thenRejected(new EngagementHasEnded(ID));
        ended.when(new AgreeRate(ID, usd(50_00), JUNE, NOW)).thenRejected("illegal-state");
        Terms terms = requireNonNull(ended.state().terms());
        assertThat(terms.rateOn(JUNE)).isPresent();
        assertThat(terms.rateOn(JUNE.plusDays(1))).isEmpty();
    }

    @Test
    void nothing_can_be_agreed_before_it_starts() {
        engagement.given().when(new AgreeRate(ID, usd(1), MAY, NOW)).thenRejected(new UnknownEngagement(ID));
    }

    @Test
    void the_rate_in_force_is_the_one_that_begins_last_whatever_was_agreed_last() {
        Terms terms = new Terms(
                USD, null, List.of(new RateVersion(1, usd(45_00), JUNE), new RateVersion(2, usd(40_00), MAY)), null);
        assertThat(terms.rateOn(MAY.minusDays(1))).isEmpty();
        assertThat(terms.rateOn(MAY)).map(RateVersion::version).contains(2);
        assertThat(terms.rateOn(JUNE.minusDays(1))).map(RateVersion::version).contains(2);
        assertThat(terms.rateOn(JUNE)).map(RateVersion::version).contains(1);
    }

    static HourlyRate usd(long minor) {
        return new HourlyRate(Money.of(minor, "USD"));
    }

    static RateAgreed agreed(int version, long minor, LocalDate from) {
        return new RateAgreed(ID, new RateVersion(version, usd(minor), from), NOW);
    }

    static StartEngagement start(long minor, LocalDate from, @Nullable Long cap, Overlap overlap) {
        return new StartEngagement(ID, "Labels", USD, overlap, cap, usd(minor), from, NOW);
    }
}
