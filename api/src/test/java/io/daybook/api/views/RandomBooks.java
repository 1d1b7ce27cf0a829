package io.daybook.api.views;

import io.daybook.account.AccountModule;
import io.daybook.account.Acct;
import io.daybook.account.PayoutDestination;
import io.daybook.account.PayoutId;
import io.daybook.account.PayoutProgress.PayoutDropped;
import io.daybook.account.PayoutProgress.PayoutReserved;
import io.daybook.account.RandomHistory;
import io.daybook.contractor.ContractorEvent.ContractorRegistered;
import io.daybook.contractor.ContractorModule;
import io.daybook.funding.FundingModule;
import io.daybook.journal.JournalModule;
import io.daybook.kernel.DomainEvent;
import io.daybook.kernel.Plain;
import io.daybook.kernel.Recorded;
import io.daybook.kernel.Subject;
import io.daybook.money.Money;
import io.daybook.payout.BatchLine;
import io.daybook.payout.BatchLinesEvent.PayoutLinesFrozen;
import io.daybook.payout.FrozenContent;
import io.daybook.payout.LinesChunk;
import io.daybook.payout.PayoutBatchEvent.BatchApproved;
import io.daybook.payout.PayoutBatchEvent.BatchDrafted;
import io.daybook.payout.PayoutBatchEvent.BatchFrozen;
import io.daybook.payout.PayoutBatchEvent.BatchReleased;
import io.daybook.payout.PayoutBatchId;
import io.daybook.payout.PayoutModule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A random history of Ada's account with a batch around each of her payouts, and a book for it. */
final class RandomBooks {
    private static final Subject MAKER = new Subject("maker");
    private static final Subject CHECKER = new Subject("checker");

    private RandomBooks() {}

    /** A history at whose end payouts stand in every way that matters, and two people made adjustments. */
    static List<Recorded> richFacts() {
        for (long seed = 1; seed < 100; seed++) {
            List<Recorded> facts = facts(seed, 300);
            try (Book book = book().project(facts)) {
                if (has(book, "payout", ",ACCEPTED,", ",PAID,")
                        && has(book, "payout_dropped", "payout-")
                        && has(book, "adjustment", ",t,maker,")
                        && has(book, "account_balance", ",1021,", ",1100,", ",2000,", ",2030,", ",2040,")) return facts;
            }
        }
        throw new AssertionError("no history is rich enough");
    }

    private static boolean has(Book book, String table, String... texts) {
        String rows = book.rows("view." + table).toString();
        return Stream.of(texts).allMatch(rows::contains);
    }

    static Book book() {
        return new Book(
                ContractorModule.feature(),
                AccountModule.feature(Duration.ZERO),
                JournalModule.feature(ZoneOffset.UTC),
                PayoutModule.feature(),
                FundingModule.feature());
    }

    static List<Recorded> facts(long seed, int steps) {
        List<Recorded> facts = new ArrayList<>();
        add(facts, registered(), Acct.NOON);
        for (Recorded fact : RandomHistory.facts(seed, steps)) {
            Instant at = fact.recordedAt();
            switch (fact.event()) {
                case PayoutReserved e -> addBatch(facts, e.payout(), e.amount(), e.destination(), at);
                case PayoutDropped e -> addBatch(facts, e.payout(), e.amount(), Acct.HOME, at);
                default -> {}
            }
            facts.add(fact);
        }
        return facts;
    }

    private static void addBatch(
            List<Recorded> facts, PayoutId payout, Money amount, PayoutDestination destination, Instant at) {
        PayoutBatchId batch = PayoutBatchId.of(payout);
        LinesChunk chunk =
                new LinesChunk(batch, 1, List.of(new BatchLine(payout.line(), Acct.ACCOUNT, amount, destination)));
        FrozenContent content = LinesChunk.content(List.of(chunk), amount.currency());
        Money none = Money.zero(amount.currency());
        for (DomainEvent event : List.of(
                new BatchDrafted(batch, batch.value(), "stripe", amount.currency(), at, none, List.of(), MAKER, at),
                new PayoutLinesFrozen(batch, 1, chunk.lines(), chunk.hash(), at),
                new BatchFrozen(batch, content, MAKER, at),
                new BatchApproved(batch, content.hash(), CHECKER, at),
                new BatchReleased(batch, amount, List.of(), CHECKER, at))) add(facts, event, at);
    }

    private static void add(List<Recorded> facts, DomainEvent event, Instant at) {
        facts.add(new Recorded(0, "", event.streamId(), 0, at, event, "tester", null));
    }

    private static ContractorRegistered registered() {
        return new ContractorRegistered(
                Acct.ADA,
                "ada",
                Plain.findable(Acct.ADA.person(), "Ada"),
                Plain.findable(Acct.ADA.person(), "ada@example.org"),
                Plain.sealed(Acct.ADA.person(), "GB"),
                Acct.usd(0).currency(),
                Acct.NOON);
    }
}
