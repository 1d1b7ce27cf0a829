package io.daybook.funding;

import io.daybook.funding.FundingView.TopUp;
import io.daybook.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what we have at providers. */
public interface FundingViews {
    Optional<FundingView> pool(FundingPoolId pool);

    /** In the order of currency codes. */
    List<FundingView> pools(String rail);

    Optional<TopUp> topUp(TopUpId id);

    /** Newest first, those announced before {@code before}; null begins. */
    List<TopUp> topUps(@Nullable Long before, int limit);

    /** Those not credited yet, oldest first. */
    List<TopUp> expected(String rail);

    /** What all lines of the provider's book that we recorded did to our balance, whether its pool has followed or not. */
    Money posted(String rail, Currency currency);

    /** Lines of the provider's book that nothing of ours explains, oldest first. */
    List<Unexplained> unexplained(String rail, Currency currency, int limit);

    /** @param net what it did to our balance, signed */
    record Unexplained(String providerId, Money net, Instant created) {}

    /** In which contractors are paid, and USD. */
    List<Currency> currenciesInUse();
}
