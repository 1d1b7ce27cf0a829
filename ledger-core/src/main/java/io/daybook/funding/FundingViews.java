package io.daybook.funding;

import io.daybook.funding.FundingView.TopUp;
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

    /** In which contractors are paid, and USD. */
    List<Currency> currenciesInUse();
}
