package io.daybook.api.views;

import static io.daybook.contractor.BlockingReason.DESTINATION_COOLDOWN;
import static io.daybook.contractor.BlockingReason.KYC;
import static io.daybook.contractor.BlockingReason.MANUAL_HOLD;
import static io.daybook.contractor.BlockingReason.PAYOUT_DESTINATION;
import static io.daybook.contractor.BlockingReason.TAX_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.contractor.ContractorEvent;
import io.daybook.contractor.ContractorEvent.BlockingReasonCleared;
import io.daybook.contractor.ContractorEvent.BlockingReasonRaised;
import io.daybook.contractor.ContractorEvent.ContractorDetailsChanged;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorEvent.HoldLifted;
import io.daybook.contractor.ContractorEvent.HoldPlaced;
import io.daybook.contractor.ContractorEvent.PayoutDestinationApproved;
import io.daybook.contractor.ContractorEvent.PayoutDestinationProposed;
import io.daybook.contractor.ContractorEvent.PayoutDestinationSet;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorModule;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorView.Destination;
import io.daybook.contractor.ContractorView.Hold;
import io.daybook.contractor.ContractorView.Proposal;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.HoldId;
import io.daybook.kernel.Findable;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Sealed;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractorViewsTest {
    private static final ContractorId ANA = ContractorId.of("ana");
    private static final ContractorId BEA = ContractorId.of("bea");
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00.123456Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final HoldId HOLD = HoldId.of("one");
    private static final HoldId LIFTED = HoldId.of("two");
    private static final Subject MAKER = new Subject("maker");
    private static final Subject CHECKER = new Subject("checker");

    private static final List<ContractorEvent> FACTS = List.of(
            registered(ANA, "ana", "Ana"),
            registered(BEA, "bea", "Bea"),
            new PayoutDestinationSet(ANA, text(ANA, "acct_1"), 1, NOW, NOW),
            new BlockingReasonCleared(ANA, KYC, NOW),
            new BlockingReasonCleared(ANA, TAX_FORM, NOW),
            new PayoutDestinationProposed(ANA, 1, text(ANA, "acct_2"), MAKER, NOW),
            new PayoutDestinationSet(ANA, text(ANA, "acct_2"), 2, LATER, NOW),
            new PayoutDestinationProposed(ANA, 2, text(ANA, "acct_3"), MAKER, NOW),
            new ContractorDetailsChanged(BEA, text(BEA, "Beatriz"), text(BEA, "ana@example.org"), country(BEA), NOW),
            new HoldPlaced(BEA, HOLD, Money.of(50_00, "USD"), country(BEA), NOW),
            new HoldPlaced(BEA, LIFTED, null, country(BEA), NOW),
            new BlockingReasonRaised(BEA, MANUAL_HOLD, NOW),
            new HoldLifted(BEA, LIFTED, null, NOW),
            new BlockingReasonCleared(BEA, MANUAL_HOLD, NOW));

    private final Book book = new Book(ContractorModule.feature());
    private final ContractorViews views = ContractorModule.views(book.source());

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void a_contractor_reads_as_the_facts_left_them() {
        book.record(FACTS);
        ContractorView ana = views.byId(ANA).orElseThrow();
        assertThat(ana.reference()).isEqualTo("ana");
        assertThat(ana.name()).isEqualTo(text(ANA, "Ana"));
        assertThat(ana.country()).isEqualTo(country(ANA));
        assertThat(ana.registeredAt()).isEqualTo(NOW);
        assertThat(ana.destination()).isEqualTo(new Destination(text(ANA, "acct_2"), 2, LATER));
        assertThat(ana.proposal()).isEqualTo(new Proposal(2, text(ANA, "acct_3"), MAKER, NOW));
        assertThat(ana.blockingReasons(NOW)).containsExactly(DESTINATION_COOLDOWN);
        assertThat(ana.blockingReasons(LATER)).isEmpty();
        assertThat(views.byReference("bea").orElseThrow().blockingReasons(NOW))
                .containsExactly(KYC, TAX_FORM, PAYOUT_DESTINATION);
        assertThat(views.byId(ContractorId.of("nobody"))).isEmpty();
    }

    @Test
    void a_destination_is_its_proposers_and_where_nobody_known_proposed_it_whoever_approved_it() {
        Subject local = Subject.LOCAL_COMMAND;
        List<ContractorEvent> steps = List.of(
                registered(ANA, "ana", "Ana"),
                new PayoutDestinationSet(ANA, text(ANA, "acct_1"), 1, NOW, NOW),
                new PayoutDestinationProposed(ANA, 1, text(ANA, "acct_2"), new Subject("gone"), NOW),
                new PayoutDestinationProposed(ANA, 2, text(ANA, "acct_3"), MAKER, NOW),
                new PayoutDestinationApproved(ANA, 2, CHECKER, NOW),
                new PayoutDestinationSet(ANA, text(ANA, "acct_3"), 2, LATER, NOW),
                new PayoutDestinationProposed(ANA, 3, text(ANA, "acct_4"), local, NOW),
                new PayoutDestinationApproved(ANA, 3, CHECKER, NOW),
                new PayoutDestinationSet(ANA, text(ANA, "acct_4"), 3, LATER, NOW));
        List<Recorded> facts = new ArrayList<>();
        for (ContractorEvent step : steps)
            facts.add(new Recorded(1, "e", step.streamId(), facts.size(), NOW, step, "tester", null));
        book.project(facts);
        assertThat(views.destinationsSetBy(new Subject("tester"))).isEqualTo(Map.of(ANA, Set.of(1)));
        assertThat(views.destinationsSetBy(MAKER)).isEqualTo(Map.of(ANA, Set.of(2)));
        assertThat(views.destinationsSetBy(CHECKER)).isEqualTo(Map.of(ANA, Set.of(3)));
        assertThat(views.destinationsSetBy(local)).isEmpty();
        assertThat(views.destinationsSetBy(new Subject("gone"))).isEmpty();
        assertThat(views.proposedSince(NOW)).isEqualTo(1);
        assertThat(views.proposedSince(LATER)).isZero();
    }

    @Test
    void holds_that_stand_are_listed() {
        book.record(FACTS);
        assertThat(views.holds(BEA)).containsExactly(new Hold(HOLD, BEA, Money.of(50_00, "USD"), country(BEA), NOW));
    }

    @Test
    void an_e_mail_may_belong_to_two_and_a_former_name_to_nobody() {
        book.record(FACTS);
        String shared = text(ANA, "ana@example.org").index();
        assertThat(views.byEmailIndexes(List.of(shared)))
                .extracting(ContractorView::id)
                .containsExactly(ANA, BEA);
        assertThat(views.byNameIndexes(List.of(text(BEA, "Bea").index()))).isEmpty();
        assertThat(views.byNameIndexes(List.of(text(BEA, "Beatriz").index()))).hasSize(1);
        assertThat(views.byReferences(List.of("ana", "none"))).containsOnlyKeys("ana");
        assertThat(views.byIds(List.of(ANA, BEA))).containsOnlyKeys(ANA, BEA);
    }

    @Test
    void those_paid_in_a_currency_follow_their_references() {
        book.record(FACTS);
        assertThat(views.paidIn(Currencies.of("USD"))).containsExactly(ANA, BEA);
        assertThat(views.paidIn(Currencies.of("JPY"))).isEmpty();
    }

    @Test
    void facts_give_the_same_rows_however_they_are_batched_and_when_repeated() {
        book.record(FACTS);
        try (Book other = new Book(ContractorModule.feature())) {
            other.recordOneByOne(FACTS).record(FACTS);
            for (String table : List.of("contractor", "contractor_block", "contractor_hold", "destination_proposal"))
                assertThat(other.rows("view." + table)).as(table).isEqualTo(book.rows("view." + table));
        }
    }

    private static ContractorRegistered registered(ContractorId id, String reference, String name) {
        return new ContractorRegistered(
                id,
                reference,
                text(id, name),
                text(id, reference + "@example.org"),
                country(id),
                Currencies.of("USD"),
                NOW);
    }

    private static Findable text(ContractorId id, String text) {
        return Plain.findable(id.person(), text);
    }

    private static Sealed country(ContractorId id) {
        return Plain.sealed(id.person(), "PT");
    }
}
