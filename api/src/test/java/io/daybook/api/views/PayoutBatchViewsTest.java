package io.daybook.api.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.account.AccountId;
import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutSubmitted;
import io.daybook.account.PayoutReport.TransferDone;
import io.daybook.account.PayoutRoute;
import io.daybook.account.PayoutStep;
import io.daybook.account.StepIntent;
import io.daybook.contractor.ContractorId;
import io.daybook.funding.FundingEvent.FundingReserved;
import io.daybook.funding.FundingEvent.FundingSettled;
import io.daybook.funding.FundingModule;
import io.daybook.funding.FundingPoolId;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Hash;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Subject;
import io.daybook.money.Currencies;
import io.daybook.money.Money;
import io.daybook.payout.BatchContent;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.BatchPlans;
import io.daybook.payout.BatchStatus;
import io.daybook.payout.FrozenContent;
import io.daybook.payout.LinesChunk;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchCompleted;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchEvent.ExecutionBegun;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutBatchView;
import io.daybook.payout.PayoutBatchViews;
import io.daybook.payout.PayoutBatchViews.Exposure;
import io.daybook.payout.PayoutModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PayoutBatchViewsTest {
    private static final Currency USD = Currencies.of("USD");
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00.123456Z");
    private static final Subject MAKER = new Subject("maker");
    private static final Subject CHECKER = new Subject("checker");
    private static final PayoutBatchId ID = PayoutBatchId.of("week-18");
    private static final ContractorId ANA = ContractorId.of("c1");
    private static final List<BatchLine> LINES =
            IntStream.rangeClosed(1, 1500).mapToObj(PayoutBatchViewsTest::line).toList();
    private static final List<LinesChunk> CHUNKS = LinesChunk.of(ID, LINES);
    private static final FrozenContent CONTENT = LinesChunk.content(CHUNKS, USD);

    private final Book book = new Book(PayoutModule.feature(), FundingModule.feature());
    private final PayoutBatchViews views = PayoutModule.views(book.source());

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void a_batch_is_shown_from_draft_to_end() {
        book.record(List.of(drafted(ID, "week-18")));
        assertThat(views.byId(ID)).get().returns(BatchStatus.DRAFT, PayoutBatchView::status);
        book.record(frozen()).record(released());
        PayoutBatchView batch = views.byId(ID).orElseThrow();
        assertThat(batch.status()).isEqualTo(BatchStatus.EXECUTING);
        assertThat(batch.content()).isEqualTo(CONTENT);
        assertThat(batch.approvers()).containsExactly(CHECKER);
        assertThat(batch.only()).containsExactly(ANA);
        assertThat(views.underWay("stripe")).containsExactly(batch);
        assertThat(views.underWay("other")).isEmpty();
        book.record(List.of(new BatchCompleted(ID, 1499, 0, 1, NOW)));
        assertThat(views.byId(ID)).get().returns(BatchStatus.PARTIALLY_COMPLETED, PayoutBatchView::status);
        assertThat(views.underWay("stripe")).isEmpty();
    }

    @Test
    void lines_read_back_hash_to_what_was_frozen_until_somebody_alters_one() {
        book.record(List.of(drafted(ID, "week-18"))).record(frozen());
        assertThat(BatchContent.hash(views, ID)).isEqualTo(CONTENT.hash());
        assertThat(views.lines(ID, 1499, 10)).containsExactly(LINES.getLast());
        assertThat(views.line(ID.payout(7))).contains(LINES.get(6));
        assertThat(views.line(ID.payout(1501))).isEmpty();
        assertThat(views.linesTo(ID, List.of(ANA)))
                .isNotEmpty()
                .allMatch(line -> line.contractor().equals(ANA));
        assertThat(views.linesTo(ID, List.of(ContractorId.of("nobody")))).isEmpty();
        book.force("UPDATE view.payout_batch_line SET amount_minor = amount_minor + 1 WHERE line = 1234");
        assertThat(BatchContent.hash(views, ID)).isNotEqualTo(CONTENT.hash());
    }

    @Test
    void batches_are_paged_newest_first() {
        for (int i = 0; i < 5; i++) book.record(List.of(drafted(PayoutBatchId.of("b" + i), "b" + i)));
        List<PayoutBatchView> first = views.page(null, null, 3);
        assertThat(first).extracting(PayoutBatchView::reference).containsExactly("b4", "b3", "b2");
        assertThat(views.page(BatchStatus.DRAFT, first.getLast().position(), 3))
                .extracting(PayoutBatchView::reference)
                .containsExactly("b1", "b0");
        assertThat(views.page(BatchStatus.FROZEN, null, 3)).isEmpty();
    }

    @Test
    void the_exposure_of_a_day_counts_what_was_released_in_it() {
        PayoutBatchId other = PayoutBatchId.of("same-day");
        LinesChunk chunk = new LinesChunk(other, 1, List.of(line(1)));
        FrozenContent content = LinesChunk.content(List.of(chunk), USD);
        book.record(List.of(drafted(ID, "week-18"))).record(frozen());
        book.record(List.of(
                drafted(other, "same-day"),
                new PayoutLinesFrozen(other, 1, chunk.lines(), chunk.hash(), NOW),
                new BatchFrozen(other, content, MAKER, NOW),
                new BatchReleased(other, content.total(), List.of(), CHECKER, NOW)));
        long total = CONTENT.total().minor();
        assertThat(views.exposure(ID, NOW.minusSeconds(1))).isEqualTo(new Exposure(1500, 1500, total, total + 1));
        assertThat(views.exposure(other, NOW.plusSeconds(1))).isEqualTo(new Exposure(1, 1, 1, 1));
        assertThat(views.exposure(other, NOW.minusSeconds(1))).isEqualTo(new Exposure(1, 1, 1, 1));
    }

    @Test
    void what_a_batch_spent_is_settled_at_its_end_and_again_when_it_changes() {
        FundingPoolId pool = FundingPoolId.of("stripe", USD);
        book.record(List.of(drafted(ID, "week-18"), new FundingReserved(pool, ID.value(), usd(1000), NOW)))
                .record(frozen())
                .record(released())
                .record(List.of(submitted(ID.payout(1), 100), transferred(ID.payout(1), 100)));
        assertThat(views.toSettle("stripe", 10)).isEmpty();
        book.record(List.of(new BatchCompleted(ID, 1500, 0, 0, NOW)));
        assertThat(views.toSettle("stripe", 10))
                .extracting(PayoutBatchViews.ToSettle::spent)
                .containsExactly(usd(100));
        book.record(List.of(new FundingSettled(pool, ID.value(), usd(100), usd(900), NOW)));
        assertThat(views.toSettle("stripe", 10)).isEmpty();
        book.recordOneByOne(List.of(transferred(ID.payout(2), 20), transferred(ID.payout(3), 5)));
        assertThat(views.toSettle("stripe", 10))
                .extracting(PayoutBatchViews.ToSettle::spent)
                .containsExactly(usd(125));
    }

    @Test
    void intents_are_known_by_their_keys() {
        book.record(List.of(submitted(ID.payout(1), 100)));
        String key = ID.payout(1).value() + ":transfer:1";
        assertThat(views.intended(List.of(key, "other"))).isEqualTo(Set.of(key));
        assertThat(views.intendedAt(key)).contains(NOW);
        assertThat(views.intendedAt("other")).isEmpty();
        assertThat(views.newestIntent("stripe")).contains(NOW);
        assertThat(views.newestIntent("other")).isEmpty();
    }

    @Test
    void a_plan_that_was_kept_first_stays_and_its_lines_can_go() {
        BatchPlans plans = PayoutModule.plans(book.source());
        assertThat(plans.keep(ID, CONTENT, LINES, List.of(), NOW)).isTrue();
        assertThat(plans.keep(ID, new FrozenContent("0".repeat(64), 1, 1, usd(1)), List.of(line(1)), List.of(), NOW))
                .isFalse();
        assertThat(plans.content(ID)).contains(CONTENT);
        assertThat(plans.lines(ID)).isEqualTo(LINES);
        plans.forgetLines(ID);
        assertThat(plans.lines(ID)).isEmpty();
        assertThat(plans.content(ID)).contains(CONTENT);
    }

    private static BatchDrafted drafted(PayoutBatchId id, String reference) {
        return new BatchDrafted(id, reference, "stripe", USD, NOW, usd(0), List.of(ANA), MAKER, NOW);
    }

    private static List<DomainEvent> frozen() {
        List<DomainEvent> facts = new ArrayList<>();
        for (LinesChunk chunk : CHUNKS)
            facts.add(new PayoutLinesFrozen(ID, chunk.chunk(), chunk.lines(), chunk.hash(), NOW));
        facts.add(new BatchFrozen(ID, CONTENT, MAKER, NOW));
        return facts;
    }

    private static List<DomainEvent> released() {
        return List.of(
                new BatchApproved(ID, CONTENT.hash(), CHECKER, NOW),
                new BatchReleased(ID, CONTENT.total(), List.of(), CHECKER, NOW),
                new ExecutionBegun(ID, NOW));
    }

    private static PayoutSubmitted submitted(PayoutId payout, long minor) {
        String key = payout.value() + ":transfer:1";
        return new PayoutSubmitted(
                line(payout.line()).account(),
                payout,
                1,
                new StepIntent(PayoutStep.TRANSFER, 1, key, Hash.sha256Hex(key), usd(minor)),
                usd(minor),
                new PayoutRoute("stripe", PayoutRoute.Source.CONNECTED_ACCOUNT),
                line(payout.line()).destination(),
                NOW);
    }

    private static TransferDone transferred(PayoutId payout, long minor) {
        return new TransferDone(
                line(payout.line()).account(),
                payout,
                1,
                "tr_" + payout.line(),
                "stripe",
                line(payout.line()).destination().account().index(),
                usd(minor),
                false,
                NOW);
    }

    private static BatchLine line(int number) {
        ContractorId id = ContractorId.of("c" + number);
        return new BatchLine(
                number,
                AccountId.of(id, USD),
                usd(number),
                new PayoutDestination(1, Plain.findable(id.person(), "acct_" + number)));
    }

    private static Money usd(long minor) {
        return new Money(minor, USD);
    }
}
