package io.daybook.payout;

import io.daybook.account.AccountId;
import io.daybook.account.AccountViews;
import io.daybook.account.AccountViews.Payable;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the views and says whom a batch would pay now. */
public final class BatchPlanner {
    /** Less than a pay week: whoever earns the same every week is no look-alike. */
    private static final Duration LATELY = Duration.ofDays(6);

    private static final int PAGE = 5000;

    private final AccountViews accounts;
    private final ContractorViews contractors;
    private final Rails rails;

    public BatchPlanner(AccountViews accounts, ContractorViews contractors, Rails rails) {
        this.accounts = accounts;
        this.contractors = contractors;
        this.rails = rails;
    }

    /** The lines that a freeze would write at {@code at}, numbered in the order of accounts, and who is left out. */
    public Preview preview(PayoutBatchView batch, Instant at) {
        LinePlan plan = plan(batch, at);
        Set<ContractorId> withMoney = new HashSet<>();
        payable(batch, plan, withMoney);
        withoutMoney(batch, plan, withMoney);
        return plan.preview();
    }

    /** What of these lines a person should look at twice. */
    public List<LookAlike> lookAlikes(PayoutBatchView batch, List<BatchLine> lines, Instant at) {
        Set<ContractorId> whose = new HashSet<>();
        for (BatchLine line : lines) whose.add(line.contractor());
        String own = batch.id().value();
        return LookAlike.among(
                lines,
                accounts.reservedSince(at.minus(LATELY), whose).stream()
                        .filter(payout -> !payout.batch().equals(own))
                        .toList());
    }

    private LinePlan plan(PayoutBatchView batch, Instant at) {
        return new LinePlan(
                rails.find(batch.rail()).flatMap(rail -> rail.terms(batch.currency())), batch.minimum(), at);
    }

    private void payable(PayoutBatchView batch, LinePlan plan, Set<ContractorId> withMoney) {
        Set<ContractorId> only = Set.copyOf(batch.only());
        AccountId after = null;
        List<Payable> page;
        do {
            page = accounts.payable(batch.currency(), batch.cutoff(), after, PAGE);
            List<Payable> wanted = page.stream()
                    .filter(account ->
                            only.isEmpty() || only.contains(account.account().contractor()))
                    .toList();
            Set<ContractorId> theirs = new HashSet<>();
            for (Payable account : wanted) theirs.add(account.account().contractor());
            plan.add(wanted, contractors.byIds(theirs));
            withMoney.addAll(theirs);
            after = page.isEmpty() ? null : page.getLast().account();
        } while (page.size() == PAGE);
    }

    /** Those asked for by name, or else all who are paid in this currency. */
    private void withoutMoney(PayoutBatchView batch, LinePlan plan, Set<ContractorId> withMoney) {
        List<ContractorId> without = (batch.only().isEmpty() ? contractors.paidIn(batch.currency()) : batch.only())
                .stream().filter(id -> !withMoney.contains(id)).toList();
        for (int from = 0; from < without.size(); from += PAGE) {
            List<ContractorId> page = without.subList(from, Math.min(without.size(), from + PAGE));
            Map<ContractorId, ContractorView> found = contractors.byIds(page);
            plan.addWithoutMoney(
                    page.stream().map(found::get).filter(Objects::nonNull).toList());
        }
    }
}
