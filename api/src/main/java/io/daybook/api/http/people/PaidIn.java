package io.daybook.api.http.people;

import io.daybook.api.http.problem.ProblemException;
import io.daybook.api.http.request.Write;
import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import io.daybook.engagement.EngagementViews;
import io.daybook.journal.JournalViews;
import io.daybook.journal.Viewpoint;
import java.util.Currency;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * In which currencies somebody is paid: their own, those of their engagements, and those in which anything ever stood. Another
 * one is a slip: money in it would lie in an account that nobody meant.
 */
@Component
public final class PaidIn {
    private static final int KNOWN_AT_MOST = 100_000;

    private final ContractorViews contractors;
    private final EngagementViews engagements;
    private final JournalViews journal;
    /** Only what is so: a currency never goes away again. */
    private final Set<Account> known = ConcurrentHashMap.newKeySet();

    PaidIn(ContractorViews contractors, EngagementViews engagements, JournalViews journal) {
        this.contractors = contractors;
        this.engagements = engagements;
        this.journal = journal;
    }

    private record Account(ContractorId contractor, Currency currency) {}

    /** Errors: {@code unsupported-currency} at {@code /amount/currency}, once the views show all that was written. */
    public void require(Write write, ContractorId contractor, Currency currency) {
        Account account = new Account(contractor, currency);
        if (known.contains(account)) return;
        if (!isKept(account)) {
            write.awaitAll("contractor-", "engagement-", "account-");
            if (!isKept(account)) throw refusal(account);
        }
        if (known.size() >= KNOWN_AT_MOST) known.clear();
        known.add(account);
    }

    private boolean isKept(Account account) {
        return contractors
                        .byId(account.contractor())
                        .filter(view -> view.currency().equals(account.currency()))
                        .isPresent()
                || engagements.ofContractor(account.contractor()).stream()
                        .anyMatch(engagement -> engagement.terms().currency().equals(account.currency()))
                || journal.balances(account.contractor(), Viewpoint.NOW).stream()
                        .anyMatch(balance -> balance.available().currency().equals(account.currency()));
    }

    private ProblemException refusal(Account account) {
        String own = contractors
                .byId(account.contractor())
                .map(ContractorView::currency)
                .map(currency -> " in " + currency.getCurrencyCode())
                .orElse("");
        return ProblemException.at(
                "/amount/currency",
                "unsupported-currency",
                "This contractor is paid" + own + "; start an engagement in "
                        + account.currency().getCurrencyCode() + " first.");
    }
}
