package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorId;
import io.daybook.engagement.EngagementEvent;
import io.daybook.engagement.EngagementEvent.EngagementEnded;
import io.daybook.engagement.EngagementEvent.EngagementStarted;
import io.daybook.engagement.EngagementEvent.OverlapRuleChanged;
import io.daybook.engagement.EngagementEvent.RateAgreed;
import io.daybook.engagement.EngagementEvent.WeeklyCapChanged;
import io.daybook.engagement.EngagementId;
import io.daybook.engagement.EngagementModule;
import io.daybook.engagement.EngagementView;
import io.daybook.engagement.EngagementViews;
import io.daybook.engagement.Overlap;
import io.daybook.engagement.RateVersion;
import io.daybook.engagement.Terms;
import io.daybook.money.Currencies;
import io.daybook.money.HourlyRate;
import io.daybook.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngagementViewsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final LocalDate MAY = LocalDate.parse("2026-05-01");
    private static final ContractorId ANA = ContractorId.of("ana");
    private static final EngagementId LABELS = EngagementId.of(ANA, "Labels");
    private static final EngagementId MAPS = EngagementId.of(ANA, "Maps");
    private static final EngagementId BEAS = EngagementId.of(ContractorId.of("bea"), "Labels");
    private static final Currency USD = Currencies.of("USD");

    private static final List<EngagementEvent> FACTS = List.of(
            new EngagementStarted(LABELS, "Labels", USD, Overlap.REFUSE, 144_000L, NOW),
            new RateAgreed(LABELS, rate(1, 45_00, MAY), NOW),
            new EngagementStarted(MAPS, "Maps", USD, Overlap.REFUSE, 144_000L, NOW),
            new RateAgreed(MAPS, rate(1, 45_00, MAY), NOW),
            new EngagementStarted(BEAS, "Labels", USD, Overlap.ALLOW, null, NOW),
            new RateAgreed(LABELS, rate(2, 50_00, MAY.plusMonths(1)), NOW),
            new WeeklyCapChanged(LABELS, 72_000L, NOW),
            new WeeklyCapChanged(LABELS, null, NOW),
            new OverlapRuleChanged(LABELS, Overlap.ALLOW, NOW),
            new EngagementEnded(LABELS, MAY.plusMonths(2), NOW));

    private final Book book = new Book(EngagementModule.feature());
    private final EngagementViews views = EngagementModule.views(book.source());

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void an_engagement_reads_with_its_terms() {
        book.record(FACTS);
        var rates = List.of(rate(1, 45_00, MAY), rate(2, 50_00, MAY.plusMonths(1)));
        assertThat(views.byId(LABELS))
                .contains(new EngagementView(
                        LABELS, "Labels", Overlap.ALLOW, new Terms(USD, null, rates, MAY.plusMonths(2)), NOW));
        assertThat(views.byIds(List.of(MAPS)).get(MAPS))
                .extracting(engagement -> engagement.terms().weeklyCapSeconds())
                .isEqualTo(144_000L);
    }

    @Test
    void lists_are_by_contractor_project_and_page() {
        book.record(FACTS);
        assertThat(views.ofContractor(ANA)).extracting(EngagementView::id).containsExactly(LABELS, MAPS);
        assertThat(views.page(null, "Labels", null, 10))
                .extracting(EngagementView::id)
                .containsExactlyInAnyOrder(LABELS, BEAS);
        List<EngagementView> first = views.page(null, null, null, 2);
        assertThat(views.page(null, null, first.getLast().id(), 10)).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(views.page(ANA, "Maps", null, 10))
                .extracting(EngagementView::id)
                .containsExactly(MAPS);
    }

    @Test
    void facts_give_the_same_rows_however_they_are_batched_and_when_repeated() {
        book.record(FACTS);
        try (Book other = new Book(EngagementModule.feature())) {
            other.recordOneByOne(FACTS).record(FACTS);
            for (String table : List.of("view.engagement", "view.engagement_rate"))
                assertThat(other.rows(table)).isEqualTo(book.rows(table));
        }
    }

    private static RateVersion rate(int version, long minor, LocalDate from) {
        return new RateVersion(version, new HourlyRate(Money.of(minor, "USD")), from);
    }
}
